/** Numbers by the names of their columns. */
type Still = Readonly<Record<string, number>>;

/** Ends and radius of a capsule in the plane of x and z. */
type Capsule = readonly [x: number, z: number, toX: number, toZ: number, radius: number];

function capsule(id: number, [x, z, toX, toZ, radius]: Capsule, y = 0): [string, number][] {
  const ends = { 'from x': x, 'from y': y, 'from z': z, 'to x': toX, 'to y': y, 'to z': toZ };
  return Object.entries({ ...ends, radius }).map(([name, at]) => [`${name} ${id}`, at]);
}

function planar(capsules: readonly Capsule[]): Still {
  return Object.fromEntries(capsules.flatMap((each, i) => capsule(i + 1, each)));
}

/** A hip and the number of its thigh; its shin comes next. */
function leg(id: number, x: number, y: number): [string, number][] {
  const knee = x - 0.11;
  return [
    ...capsule(id, [knee, 0.19, x, 0.36, 0.025], y),
    ...capsule(id + 1, [x, 0.03, knee, 0.19, 0.02], y),
  ];
}

/** Robots as they stand, or are about to leap. */
export const robotStills = {
  half_cheetah: planar([
    [0.5, 0.72, -0.5, 0.72, 0.046],
    [0.49, 0.72, 0.71, 0.92, 0.046],
    [-0.5, 0.7, -0.42, 0.42, 0.046],
    [-0.46, 0.42, -0.74, 0.32, 0.046],
    [-0.73, 0.12, -0.74, 0.31, 0.046],
    [0.49, 0.45, 0.5, 0.71, 0.046],
    [0.63, 0.28, 0.5, 0.44, 0.046],
    [0.72, 0.15, 0.64, 0.26, 0.046],
  ]),
  hopper: planar([
    [0, 1.05, 0, 1.45, 0.05],
    [0, 0.6, 0, 1.05, 0.05],
    [0, 0.1, 0, 0.6, 0.04],
    [0.26, 0.1, -0.13, 0.1, 0.06],
  ]),
  walker: planar([
    [0, 1.05, 0, 1.45, 0.05],
    [0.13, 0.62, 0, 1.05, 0.05],
    [-0.01, 0.14, 0.13, 0.62, 0.04],
    [0.18, 0.08, -0.01, 0.14, 0.06],
    [-0.13, 0.62, 0, 1.05, 0.05],
    [-0.37, 0.18, -0.13, 0.62, 0.04],
    [-0.18, 0.12, -0.37, 0.18, 0.06],
  ]),
  quadruped: {
    'middle x 1': 0,
    'middle z 1': 0.36,
    'length x 1': 0.22,
    'width y 1': 0.1,
    'height z 1': 0.05,
    ...Object.fromEntries([
      ...leg(2, 0.2, 0.12),
      ...leg(5, 0.2, -0.12),
      ...leg(8, -0.2, 0.12),
      ...leg(11, -0.2, -0.12),
    ]),
  },
} satisfies Readonly<Record<string, Still>>;
