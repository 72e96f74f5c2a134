import type { Point } from './shapes';
import type { Size, Theme } from './theme';

/** What the viewer shows at one moment. Rows follow the environment's `draw` in the catalog. */
export interface Scene {
  columns: readonly string[];
  state: ArrayLike<number>;
  /** earlier states, oldest first */
  trail: readonly ArrayLike<number>[];
  /** the colour of the run */
  color: string;
  /** radians by which a reader has turned it, what is near to the right; 0 */
  turn?: number;
}

/** What a push does: turn something, move it along the picture, change a number; or no button. */
export type Push = 'turn' | 'move' | 'shift' | 'none';

/** Changes a parameter of the environment. */
export interface Editor {
  key: string;
  load: () => Promise<{
    /** The value after a click on a cell; `null` if it must stay. */
    cycleCell: (value: string, row: number, column: number) => string | null;
  }>;
}

/** How one environment looks, and how a pointer acts on it. */
export interface EnvironmentDrawing {
  draw(context: CanvasRenderingContext2D, scene: Scene, size: Size, theme: Theme): void;
  /** The state a `fraction` of the way between two that follow each other. */
  interpolate(
    columns: readonly string[],
    from: ArrayLike<number>,
    to: ArrayLike<number>,
    fraction: number,
  ): ArrayLike<number>;
  /** The point of the environment's own coordinates at a pixel: where a drag to it leads. */
  pointAt(pixel: Point, scene: Scene, size: Size): Point;
  /** Whether a pointer at the pixel takes hold of what can be dragged. */
  holds(pixel: Point, scene: Scene, size: Size): boolean;
  /** The cell of a map at a pixel. */
  cellAt?(pixel: Point, scene: Scene, size: Size): { row: number; column: number } | null;
  /** what a click on a cell changes */
  editor?: Editor;
  /** whether a pointer beside what can be dragged turns the camera */
  isTurnable?: boolean;
  push: Push;
  /** the numbers of the two components of the state that tell most; none if none does */
  telling?: readonly number[];
  /** a state that shows what the task is about, by column; what is left out is 0 */
  still?: Readonly<Record<string, number>>;
}
