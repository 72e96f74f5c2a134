import type { Size, Theme } from '../theme';
import { line } from '../shapes';
import { place, type Scale, type Tick, ticks } from './scale';

export interface Axis {
  scale: Scale;
  label: string;
  /** instead of round numbers */
  ticks?: readonly Tick[];
}

/** The part of a figure inside its axes, in CSS pixels. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const [LEFT, TOP, RIGHT, BOTTOM] = [52, 26, 14, 42];
/** CSS pixels that a tick takes on its axis. */
const [ROOM_X, ROOM_Y] = [74, 44];
const FONT_SIZE = 12;

export function plotArea(size: Size): Area {
  return { left: LEFT, top: TOP, right: size.width - RIGHT, bottom: size.height - BOTTOM };
}

export const xAt = (area: Area, axis: Axis, value: number): number =>
  place(axis.scale, value, area.left, area.right);
export const yAt = (area: Area, axis: Axis, value: number): number =>
  place(axis.scale, value, area.bottom, area.top);

/** Grid, ticks and labels; the label of y stands above its axis, where it can be read. */
export function drawAxes(
  context: CanvasRenderingContext2D,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  context.font = `${FONT_SIZE}px ${theme.font}`;
  context.setLineDash([]);
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const { value, label } of y.ticks ?? ticks(y.scale, (area.bottom - area.top) / ROOM_Y)) {
    const at = yAt(area, y, value);
    line(context, { x: area.left, y: at }, { x: area.right, y: at }, 1, theme.line);
    context.fillStyle = theme.muted;
    context.fillText(label, area.left - 8, at);
  }
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const { value, label } of x.ticks ?? ticks(x.scale, (area.right - area.left) / ROOM_X)) {
    const at = xAt(area, x, value);
    line(context, { x: at, y: area.top }, { x: at, y: area.bottom }, 1, theme.line);
    context.fillStyle = theme.muted;
    context.fillText(label, at, area.bottom + 7);
  }
  context.fillStyle = theme.muted;
  context.fillText(x.label, (area.left + area.right) / 2, area.bottom + 25);
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(y.label, 4, area.top - 9);
}

/** Lets `draw` paint only inside an area. */
export function inside(context: CanvasRenderingContext2D, area: Area, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  draw();
  context.restore();
}
