/** The colours a drawing uses, as CSS colours. */
export interface Theme {
  ground: string;
  line: string;
  ink: string;
  muted: string;
  font: string;
}

/** Size in CSS pixels; the context is already scaled to the pixels of the device. */
export interface Size {
  width: number;
  height: number;
}
