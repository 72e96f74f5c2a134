import type { EnvironmentDrawing, Scene } from '../environment';
import { read } from '../columns';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { drawForceArrow } from '../force-arrow';
import { moving } from '../motion';
import { distance, dot, drawPath, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

const [LEFT, RIGHT] = [-1.2, 0.6];
const POINTS = 72;
/** CSS pixels around the car in which a touch takes hold. */
const MARGIN = 36;

/** A car in a valley that is too weak to drive straight up to the flag at `goal`. */
export function mountainCar(goal: number): EnvironmentDrawing {
  return {
    draw(context, scene, size, theme) {
      const at = read(scene.columns, scene.state);
      const hill = hillOn(size);
      context.lineCap = 'round';
      context.lineJoin = 'round';
      drawHill(context, hill, size, theme);
      drawFlag(context, hill, goal, theme);
      drawTrail(context, hill, scene);
      drawCar(context, hill, at('position'), scene.color, theme);
      const along = hill.direction(at('position'));
      const from = above(hill.place(at('position')), along, 1.15 * hill.car);
      drawForceArrow(context, from, along, at('force'), 2.4 * hill.car, theme);
      drawReward(context, at('reward'), [-1, 0], size, theme);
      drawFigures(context, at('reward'), `${nameOf('force')} ${signed(at('force'))}`, size, theme);
    },
    interpolate: moving({ position: { kind: 'line', jump: 0.2 } }),
    pointAt(pixel, _scene, size) {
      const { left, scale } = hillOn(size);
      return { x: LEFT + (pixel.x - left) / scale, y: 0 };
    },
    holds(pixel, scene, size) {
      const hill = hillOn(size);
      const position = read(scene.columns, scene.state)('position');
      return distance(pixel, hill.place(position)) <= MARGIN;
    },
    push: 'move',
    still: { position: -0.9 },
  };
}

interface Hill {
  left: number;
  /** pixels per unit of position */
  scale: number;
  /** pixels, the length of the car */
  car: number;
  place(position: number): Point;
  /** The unit vector uphill to the right. */
  direction(position: number): Point;
}

function hillOn(size: Size): Hill {
  const car = 0.11 * Math.min(size.width, 1.3 * size.height);
  const left = 0.5 * car + 4;
  const scale = (size.width - 2 * left) / (RIGHT - LEFT);
  const [top, bottom] = [ABOVE + 1.9 * car, size.height - BELOW - 6];
  const rise = Math.min(scale, (bottom - top) / 0.9);
  const height = (position: number) => 0.45 * Math.sin(3 * position) + 0.55;
  return {
    left,
    scale,
    car,
    place: (position) => ({
      x: left + (position - LEFT) * scale,
      y: bottom - (height(position) - 0.1) * rise,
    }),
    direction: (position) => {
      const slope = (1.35 * Math.cos(3 * position) * rise) / scale;
      const length = Math.hypot(1, slope);
      return { x: 1 / length, y: -slope / length };
    },
  };
}

function above(point: Point, along: Point, height: number): Point {
  return { x: point.x + height * along.y, y: point.y - height * along.x };
}

function drawHill(context: CanvasRenderingContext2D, hill: Hill, size: Size, theme: Theme): void {
  const surface = Array.from({ length: POINTS + 1 }, (_, i) =>
    hill.place(LEFT + ((RIGHT - LEFT) * i) / POINTS),
  );
  const trace = () => {
    context.beginPath();
    context.moveTo(0, surface[0]!.y);
    for (const { x, y } of surface) context.lineTo(x, y);
    context.lineTo(size.width, surface.at(-1)!.y);
  };
  trace();
  context.lineTo(size.width, size.height - BELOW + 4);
  context.lineTo(0, size.height - BELOW + 4);
  context.closePath();
  context.fillStyle = theme.line;
  context.globalAlpha = 0.6;
  context.fill();
  context.globalAlpha = 1;
  trace();
  context.strokeStyle = theme.muted;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawFlag(context: CanvasRenderingContext2D, hill: Hill, goal: number, theme: Theme): void {
  const foot = hill.place(goal);
  const top = { x: foot.x, y: foot.y - 1.7 * hill.car };
  line(context, foot, top, 2, theme.ink);
  context.fillStyle = theme.ink;
  context.beginPath();
  context.moveTo(top.x, top.y);
  context.lineTo(top.x - 0.6 * hill.car, top.y + 0.22 * hill.car);
  context.lineTo(top.x, top.y + 0.44 * hill.car);
  context.closePath();
  context.fill();
}

function drawTrail(context: CanvasRenderingContext2D, hill: Hill, scene: Scene): void {
  const places = scene.trail.map((state) => {
    const position = read(scene.columns, state)('position');
    return above(hill.place(position), hill.direction(position), 0.45 * hill.car);
  });
  drawPath(context, places, 0.22 * hill.car, scene.color);
}

function drawCar(
  context: CanvasRenderingContext2D,
  hill: Hill,
  position: number,
  color: string,
  theme: Theme,
): void {
  const ground = hill.place(position);
  const along = hill.direction(position);
  const part = (forward: number, up: number): Point => {
    const base = above(ground, along, up * hill.car);
    return {
      x: base.x + forward * hill.car * along.x,
      y: base.y + forward * hill.car * along.y,
    };
  };
  line(context, part(-0.36, 0.42), part(0.36, 0.42), 0.36 * hill.car, color);
  line(context, part(-0.12, 0.66), part(0.12, 0.66), 0.3 * hill.car, color);
  for (const side of [-0.3, 0.3]) {
    dot(context, part(side, 0.17), 0.17 * hill.car, theme.ink);
    dot(context, part(side, 0.17), 0.06 * hill.car, theme.ground);
  }
}
