import { read } from '../columns';
import type { EnvironmentDrawing, Scene } from '../environment';
import { highest, lowest } from '../extent';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { wrap } from '../motion';
import { clamp, dot, drawPath, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import { drawShapes, type Frame, JUMP, movingOf, shapesOf, shareOf } from './formula-shapes';

/** A number of a task, and the range in which it usually lies. */
interface Gauge {
  name: string;
  low: number;
  high: number;
  isAction: boolean;
}

/** CSS pixels from which gauges have room beside a plane. */
const ROOMY = 340;
/** Of a gauge: a line of text, a line, and room between two. */
const TALL = 42;
const TEXT = 12;

/**
 * Any task, as the shapes that it says; otherwise the first two components of the state as a point
 * in a plane. What is left and the action are points on lines; a single component too.
 */
export const formula: EnvironmentDrawing = {
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const all = gaugesOf(scene);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    const { isShaped, axes, picture, beside } = layoutOf(scene, size);
    if (isShaped) drawShapes(context, scene, picture, theme);
    else if (axes) drawPlane(context, scene, axes, picture, theme);
    if (beside) drawGauges(context, scene, axes ? all.slice(2) : all, beside, theme);
    const rewards = [...scene.trail, scene.state].map((state) => {
      return read(scene.columns, state)('reward');
    });
    const worst = lowest([0, ...rewards]);
    const best = highest([0, ...rewards]);
    drawReward(context, at('reward'), [worst, best > worst ? best : worst + 1], size, theme);
    drawFigures(context, at('reward'), actionOf(scene, all), size, theme);
  },
  interpolate(columns, from, to, fraction) {
    const state = Array.from(to);
    for (const { name, low, high, isAction } of gaugesOf({ columns, state: to })) {
      if (isAction) continue;
      const place = columns.indexOf(name);
      const change = to[place]! - from[place]!;
      if (!(Math.abs(change) <= JUMP * (high - low))) return to;
      state[place] = from[place]! + fraction * change;
    }
    for (const { place, isAngle, jump } of movingOf({ columns, state: to })) {
      const difference = to[place]! - from[place]!;
      const change = isAngle ? wrap(difference) : difference;
      if (!(Math.abs(change) <= jump)) return to;
      state[place] = from[place]! + fraction * change;
    }
    return state;
  },
  pointAt(pixel, scene, size) {
    const { axes, picture } = layoutOf(scene, size);
    if (!axes) return { x: 0, y: 0 };
    const [across, up] = axes;
    const { left, width, top } = picture;
    const low = bottomOf(picture);
    return {
      x: across.low + clamp((pixel.x - left) / width, 0, 1) * (across.high - across.low),
      y: up.low + clamp((low - pixel.y) / (low - top), 0, 1) * (up.high - up.low),
    };
  },
  holds: () => false,
  push: 'none',
};

/** What is where: the shapes or a plane of two axes, and gauges, beside these or alone. */
function layoutOf(scene: Scene, size: Size) {
  const height = size.height - ABOVE - BELOW;
  const whole = { left: 18, top: ABOVE, width: size.width - 36, height };
  const [first, second] = gaugesOf(scene).filter(({ isAction }) => !isAction);
  const isShaped = shapesOf(scene.columns).length > 0;
  const axes = !isShaped && first && second ? ([first, second] as const) : null;
  if (!isShaped && !axes) return { isShaped, axes, picture: whole, beside: whole };
  const isRoomy = size.width >= ROOMY;
  const width = (isRoomy ? 0.6 : 1) * size.width;
  const picture = { left: 14, top: ABOVE, width: width - 28, height };
  const rest = { left: width + 6, top: ABOVE, width: size.width - width - 22, height };
  return { isShaped, axes, picture, beside: isRoomy ? rest : null };
}

/** Of a plane, whose lower axis has its name below. */
const bottomOf = ({ top, height }: Frame) => top + height - TEXT - 6;

const LOW = ' low';
const ACTION = 'action ';
const CHOICE = 'choice ';

/** The components of the state, and those of a continuous action. */
function gaugesOf({ columns, state }: Pick<Scene, 'columns' | 'state'>): Gauge[] {
  const at = read(columns, state);
  return columns
    .filter((column) => column.endsWith(LOW))
    .map((column) => {
      const stem = column.slice(0, -LOW.length);
      const isAction = stem.startsWith(ACTION);
      const name = isAction ? stem.slice(ACTION.length) : stem;
      return { name, low: at(column), high: at(`${stem} high`), isAction };
    });
}

function actionOf({ columns, state }: Scene, all: readonly Gauge[]): string {
  const at = read(columns, state);
  const chosen = columns.find((column) => column.startsWith(CHOICE) && at(column) > 0);
  const figures = all.filter(({ isAction }) => isAction).map(({ name }) => signed(at(name), 2));
  const text = chosen?.slice(CHOICE.length) ?? (figures.length > 0 ? figures.join('; ') : '–');
  return `${nameOf('action')} ${text}`;
}

function drawPlane(
  context: CanvasRenderingContext2D,
  scene: Scene,
  [across, up]: readonly [Gauge, Gauge],
  frame: Frame,
  theme: Theme,
): void {
  const { left, top, width } = frame;
  const bottom = bottomOf(frame);
  const place = (state: ArrayLike<number>): Point => {
    const at = read(scene.columns, state);
    return {
      x: left + width * shareOf(across.low, across.high, at(across.name)),
      y: bottom - (bottom - top) * shareOf(up.low, up.high, at(up.name)),
    };
  };
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.strokeRect(left, top, width, bottom - top);
  const isWithin = ({ low, high }: Gauge) => low < 0 && high > 0;
  if (isWithin(across)) {
    const x = left + width * shareOf(across.low, across.high, 0);
    line(context, { x, y: top }, { x, y: bottom }, 1, theme.line);
  }
  if (isWithin(up)) {
    const y = bottom - (bottom - top) * shareOf(up.low, up.high, 0);
    line(context, { x: left, y }, { x: left + width, y }, 1, theme.line);
  }
  drawPath(context, scene.trail.map(place), 5, scene.color);
  const now = place(scene.state);
  dot(context, now, 8, theme.ground);
  dot(context, now, 6.5, scene.color);
  const at = read(scene.columns, scene.state);
  context.font = `${TEXT}px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  const label = ({ name }: Gauge) => `${nameOf(name)} ${signed(at(name), 2)}`;
  context.fillText(label(up), left + 5, top + 5, width - 10);
  context.textAlign = 'right';
  context.fillText(label(across), left + width, bottom + 6, width);
}

function drawGauges(
  context: CanvasRenderingContext2D,
  scene: Scene,
  gauges: readonly Gauge[],
  { left, top, width, height }: Frame,
  theme: Theme,
): void {
  const shown = gauges.slice(0, Math.max(1, Math.floor(height / TALL)));
  const at = read(scene.columns, scene.state);
  context.font = `${TEXT}px ${theme.font}`;
  context.textBaseline = 'bottom';
  shown.forEach((gauge, i) => {
    const y = top + (i + 0.5) * (height / shown.length) + TEXT / 2;
    const place = (value: number): Point => ({
      x: left + width * shareOf(gauge.low, gauge.high, value),
      y,
    });
    line(context, { x: left, y }, { x: left + width, y }, 2, theme.line);
    if (gauge.low < 0 && gauge.high > 0) {
      const { x } = place(0);
      line(context, { x, y: y - 5 }, { x, y: y + 5 }, 1.5, theme.muted);
    }
    const color = gauge.isAction ? theme.muted : scene.color;
    const places = scene.trail.map((state) => place(read(scene.columns, state)(gauge.name)));
    drawPath(context, places, 4, color);
    dot(context, place(at(gauge.name)), 6, color);
    context.fillStyle = theme.muted;
    context.textAlign = 'left';
    context.fillText(nameOf(gauge.name), left, y - 8, 0.6 * width);
    context.textAlign = 'right';
    context.fillText(signed(at(gauge.name), 2), left + width, y - 8, 0.4 * width);
  });
}
