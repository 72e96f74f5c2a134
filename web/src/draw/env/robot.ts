import type { EnvironmentDrawing, Scene } from '../environment';
import { signed } from '../figures';
import { nameOf } from '../language';
import { distance, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import { robotStills } from './robot-stills';

/** How a robot is looked at. */
interface Look {
  /** metres that fit into the height of the picture, and into its width */
  metres: number;
  span: number;
  /** radians that the camera is turned about the robot, and raised */
  turn: number;
  rise: number;
  /** the shapes, by their numbers in the simulator, that are on the far side */
  far: readonly number[];
}

type Triple = readonly [x: number, y: number, z: number];

interface Capsule {
  from: Triple;
  to: Triple;
  radius: number;
  isFar: boolean;
}

interface Box {
  middle: Triple;
  axes: readonly Triple[];
}

interface Body {
  speed: number;
  capsules: readonly Capsule[];
  boxes: readonly Box[];
}

/** CSS pixels around the middle in which a touch takes hold. */
const MARGIN = 60;
/** CSS pixels from which there is room for figures. */
const [WIDE, HIGH] = [240, 150];
/** Metres per step from which it is a jump. */
const JUMP = 0.5;
/** Share of the height that lies below the ground. */
const GROUND = 0.16;
/** Metres of the way to either side of the robot, where it is seen from above. */
const WAY = 0.4;

/** A robot of capsules and boxes from the side, with a ruler in metres on the ground. */
function robot(look: Look, still: Readonly<Record<string, number>>): EnvironmentDrawing {
  return {
    draw(context, scene, size, theme) {
      const body = bodyOf(scene, look);
      const camera = cameraOn(body, turned(look, scene), size);
      context.lineCap = 'round';
      context.lineJoin = 'round';
      drawGround(context, camera, look, size, theme);
      const parts = [
        ...body.boxes.map((box) => ({
          depth: camera.depth(box.middle),
          paint: () => drawBox(context, camera, box, scene.color, theme),
        })),
        ...body.capsules.map((capsule) => ({
          depth: camera.depth(middleOf(capsule)) + (capsule.isFar ? 1 : 0),
          paint: () => drawCapsule(context, camera, capsule, scene.color, theme),
        })),
      ];
      for (const { paint } of parts.sort((a, b) => b.depth - a.depth)) paint();
      drawSpeed(context, body.speed, size, theme);
    },
    interpolate(_columns, from, to, fraction) {
      const state = Float32Array.from(to);
      for (let i = 0; i < state.length; ++i) {
        const change = to[i]! - from[i]!;
        if (i > 0 && Math.abs(change) > JUMP) return to;
        state[i] = from[i]! + fraction * change;
      }
      return state;
    },
    pointAt(pixel, scene, size) {
      const { turn } = turned(look, scene);
      const { scale, origin, at } = cameraOn(bodyOf(scene, look), turned(look, scene), size);
      const across = (pixel.x - origin.x) / scale;
      return { x: at + across * Math.cos(turn), y: (origin.y - pixel.y) / scale };
    },
    holds(pixel, scene, size) {
      const body = bodyOf(scene, look);
      const camera = cameraOn(body, turned(look, scene), size);
      return distance(pixel, camera.place(centreOf(body))) <= MARGIN;
    },
    isTurnable: isOblique(look),
    push: 'move',
    still,
  };
}

const side = (metres: number, span: number, far: readonly number[] = []): Look => ({
  ...{ metres, span, far },
  ...{ turn: 0, rise: 0 },
});
const OBLIQUE: Look = { metres: 0.9, span: 1, turn: 0.5, rise: 0.35, far: [] };

/** From the side there is nothing to turn. */
const isOblique = ({ rise }: Look): boolean => rise > 0;
const turned = (look: Look, { turn = 0 }: Scene): Look =>
  isOblique(look) ? { ...look, turn: look.turn - turn } : look;

/** One line per robot, by its id in the catalog. */
export const robots: ReadonlyMap<string, EnvironmentDrawing> = new Map([
  ['half_cheetah', robot(side(1.5, 2.2), robotStills.half_cheetah)],
  ['hopper', robot(side(2, 1.3), robotStills.hopper)],
  ['walker', robot(side(2, 1.5, [5, 6, 7]), robotStills.walker)],
  ['quadruped', robot(OBLIQUE, robotStills.quadruped)],
]);

/** The places of every shape's numbers, by the names of the columns. */
const layouts = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function bodyOf({ columns, state }: Scene, { far }: Look): Body {
  const places = layouts.get(columns) ?? new Map(columns.map((name, i) => [name, i]));
  layouts.set(columns, places);
  const at = (name: string) => state[places.get(name) ?? -1] ?? 0;
  const triple = (name: string, id: string): Triple => [
    at(`${name} x ${id}`),
    at(`${name} y ${id}`),
    at(`${name} z ${id}`),
  ];
  const ids = (stem: string) =>
    columns
      .filter((name) => name.startsWith(stem))
      .map((name) => name.slice(stem.length))
      .sort((a, b) => Number(a) - Number(b));
  return {
    speed: at('speed'),
    capsules: ids('radius ').map((id) => ({
      from: triple('from', id),
      to: triple('to', id),
      radius: at(`radius ${id}`),
      isFar: far.includes(Number(id)),
    })),
    boxes: ids('middle x ').map((id) => ({
      middle: triple('middle', id),
      axes: ['length', 'width', 'height'].map((name) => triple(name, id)),
    })),
  };
}

function middleOf({ from, to }: Capsule): Triple {
  const between = (k: 0 | 1 | 2) => (from[k] + to[k]) / 2;
  return [between(0), between(1), between(2)];
}

/** The middle of the torso, which is the simulator's first shape. */
function centreOf({ boxes, capsules }: Body): Triple {
  return boxes[0]?.middle ?? middleOf(capsules[0]!);
}

interface Camera {
  /** pixels per metre */
  scale: number;
  /** the pixel of the ground below the robot, how far it has come, and how far to the side */
  origin: Point;
  at: number;
  aside: number;
  place(point: Triple): Point;
  depth(point: Triple): number;
}

/** Follows the robot wherever it goes. */
function cameraOn(body: Body, { metres, span, turn, rise }: Look, size: Size): Camera {
  const scale = Math.min(size.height / metres, size.width / span);
  const origin = { x: size.width / 2, y: (1 - GROUND) * size.height };
  const [at, aside] = centreOf(body);
  const away = ([x, y]: Triple) => (y - aside) * Math.cos(turn) - (x - at) * Math.sin(turn);
  return {
    ...{ scale, origin, at, aside },
    place: ([x, y, z]) => ({
      x: origin.x + scale * ((x - at) * Math.cos(turn) + (y - aside) * Math.sin(turn)),
      y: origin.y - scale * (z * Math.cos(rise) + away([x, y, z]) * Math.sin(rise)),
    }),
    depth: (point) => away(point) * Math.cos(rise) - point[2] * Math.sin(rise),
  };
}

/** In figures, where there is room. */
function drawSpeed(
  context: CanvasRenderingContext2D,
  speed: number,
  size: Size,
  theme: Theme,
): void {
  if (size.width < WIDE || size.height < HIGH) return;
  context.fillStyle = theme.muted;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'right';
  context.fillText(`${nameOf('speed')} ${signed(speed)} m/s`, size.width - 14, 12);
}

/** The ground, with a mark and, where there is room, a number at every metre. */
function drawGround(
  context: CanvasRenderingContext2D,
  camera: Camera,
  { rise }: Look,
  size: Size,
  theme: Theme,
): void {
  const half = size.width / camera.scale;
  const [first, last] = [Math.ceil(camera.at - half), Math.floor(camera.at + half)];
  const [left, right] = [camera.at - half, camera.at + half];
  const [near, far] = rise > 0 ? [camera.aside - WAY, camera.aside + WAY] : [0, 0];
  for (const y of new Set([near, far])) {
    line(context, camera.place([left, y, 0]), camera.place([right, y, 0]), 1.5, theme.muted);
  }
  context.font = `11px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (let metre = first; metre <= last; ++metre) {
    const mark = camera.place([metre, near, 0]);
    const end = rise > 0 ? camera.place([metre, far, 0]) : { x: mark.x, y: mark.y + 6 };
    line(context, mark, end, 1, theme.muted);
    if (size.height < HIGH) continue;
    context.fillStyle = theme.muted;
    context.fillText(`${signed(metre, 0)} m`, mark.x, mark.y + 9);
  }
}

function drawCapsule(
  context: CanvasRenderingContext2D,
  camera: Camera,
  { from, to, radius, isFar }: Capsule,
  color: string,
  theme: Theme,
): void {
  const [start, end] = [camera.place(from), camera.place(to)];
  const width = 2 * radius * camera.scale;
  line(context, start, end, width + 3, theme.ground);
  line(context, start, end, width, isFar ? theme.muted : color);
}

/** Its faces that can be seen, the nearest last. */
function drawBox(
  context: CanvasRenderingContext2D,
  camera: Camera,
  { middle, axes }: Box,
  color: string,
  theme: Theme,
): void {
  const corner = (signs: readonly number[]): Triple => {
    const along = (k: 0 | 1 | 2) =>
      axes.reduce((sum, axis, n) => sum + signs[n]! * axis[k], middle[k]);
    return [along(0), along(1), along(2)];
  };
  const faces = axes.flatMap((axis, n) =>
    [-1, 1].map((sign) => {
      const [a, b] = [(n + 1) % 3, (n + 2) % 3];
      const turns = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const;
      const corners = turns.map(([p, q]) => {
        const signs = [0, 0, 0];
        [signs[n], signs[a], signs[b]] = [sign, p, q];
        return camera.place(corner(signs));
      });
      const centre: Triple = [
        middle[0] + sign * axis[0],
        middle[1] + sign * axis[1],
        middle[2] + sign * axis[2],
      ];
      return { depth: camera.depth(centre), corners };
    }),
  );
  context.fillStyle = color;
  context.strokeStyle = theme.ground;
  context.lineWidth = 1.5;
  for (const { corners } of faces.sort((p, q) => q.depth - p.depth).slice(3)) {
    context.beginPath();
    for (const { x, y } of corners) context.lineTo(x, y);
    context.closePath();
    context.fill();
    context.stroke();
  }
}
