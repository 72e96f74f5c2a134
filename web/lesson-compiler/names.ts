import type { Catalog, Parameter } from '../src/protocol/catalog.ts';
import type { LabSection } from '../src/protocol/lab.ts';
import {
  LAB_FIGURES,
  LAB_SETTINGS,
  OTHER_FIGURES,
  STEPPER_MODES,
} from '../src/protocol/lesson-names.ts';
import type { Lines } from '../src/protocol/trace.ts';

/** What a name stands for: numbers, within limits if there are any, or one of some texts. */
export type Meaning =
  { kind: 'number'; min?: number; max?: number } | { kind: 'text'; options?: readonly string[] };

/** What conditions may name, by its name. */
export type Names = ReadonlyMap<string, Meaning>;

const ARMS = ['a', 'b', 'c', 'd'];
const NUMBER: Meaning = { kind: 'number' };
const COUNTS = ['steps', 'updates', 'episodes', 'return.last', 'return.mean'];
const RETURNS = ['evaluation.last', 'evaluation.best', 'reached'];

/** Everything that the page can measure, of the catalogs that it is built with. */
export function namesOf(catalog: Catalog, lines: Lines, lab: LabSection): Names {
  const names = new Map<string, Meaning>();
  const ofArm = new Map([...armNames(catalog), ...lineNames(lines)]);
  for (const arm of ARMS) for (const [name, meaning] of ofArm) names.set(`${arm}.${name}`, meaning);
  for (const name of ['seeds', 'arms']) names.set(name, NUMBER);
  names.set('visited', { kind: 'text', options: ['playground', 'lab', 'bootstrap', 'surrogate'] });
  for (const [name, meaning] of stepperNames(lines)) names.set(`stepper.${name}`, meaning);
  for (const [name, meaning] of labNames(lab)) names.set(`lab.${name}`, meaning);
  for (const [page, figures] of Object.entries(OTHER_FIGURES)) {
    for (const [name, kind] of Object.entries(figures)) names.set(`${page}.${name}`, { kind });
  }
  return names;
}

function armNames({ algorithms, environments, presets, run }: Catalog): Names {
  const owners = [run, ...environments, ...algorithms];
  const parameters = owners.flatMap((owner) => owner.parameters);
  const probes = new Set(algorithms.flatMap((algorithm) => algorithm.probes.map(({ id }) => id)));
  const metrics = new Set(algorithms.flatMap(({ metrics: own }) => own.map(({ name }) => name)));
  return new Map<string, Meaning>([
    ...[...COUNTS, ...RETURNS].map((name): [string, Meaning] => [name, NUMBER]),
    ['activity', { kind: 'text', options: ['paused', 'training', 'finished', 'diverged'] }],
    ['preset', { kind: 'text', options: presets.map(({ id }) => id) }],
    ...[...probes].flatMap((id): [string, Meaning][] => [
      [`variance.${id}`, NUMBER],
      [`signal.${id}`, NUMBER],
    ]),
    ...[...metrics].map((name): [string, Meaning] => [`metric.${name}`, NUMBER]),
    ...parameters.map((parameter): [string, Meaning] => [parameter.key, meaningOf(parameter)]),
  ]);
}

/** Numbers of a transition or of the batch, by the lines that compute them. */
function lineNames(lines: Lines): Names {
  const all = Object.values(lines).flat();
  return new Map(
    all.flatMap(({ id, quantities }) =>
      quantities
        .filter(({ of }) => of !== 'weight')
        .map(({ name }): [string, Meaning] => [`line.${id}.${name}`, NUMBER]),
    ),
  );
}

function stepperNames(lines: Lines): Names {
  const ids = new Set(Object.values(lines).flatMap((all) => all.map(({ id }) => id)));
  return new Map<string, Meaning>([
    ['line', { kind: 'text', options: [...ids] }],
    ['sample', { kind: 'number', min: 1 }],
    ['mode', { kind: 'text', options: STEPPER_MODES }],
    ['right', NUMBER],
  ]);
}

function meaningOf(parameter: Parameter): Meaning {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return { kind: 'number', min: parameter.min, max: parameter.max };
    case 'choice':
      return { kind: 'text', options: parameter.options.map(({ id }) => id) };
    case 'boolean':
      return { kind: 'text', options: ['true', 'false'] };
    case 'text':
      return { kind: 'text' };
  }
}

function labNames({ estimators, measurement }: LabSection): Names {
  const option = measurement.find(({ key }) => key === 'baseline');
  const baselines = option?.type === 'choice' ? option.options.map(({ id }) => id) : [];
  const variants = estimators.flatMap(({ id, has_baseline }) =>
    has_baseline ? baselines.map((baseline) => `${id}.${baseline}`) : [id],
  );
  return new Map<string, Meaning>([
    ...Object.entries(LAB_SETTINGS).map(([name, kind]): [string, Meaning] => [name, { kind }]),
    ...LAB_FIGURES.flatMap((figure) =>
      variants.map((id): [string, Meaning] => [`${figure}.${id}`, NUMBER]),
    ),
  ]);
}

/** The names that are most like one that does not exist. */
export function namesLike(name: string, allowed: Iterable<string>, most = 8): string[] {
  const parts = new Set(name.split(/[._]/));
  const shared = (other: string) => other.split(/[._]/).filter((part) => parts.has(part)).length;
  const isSameStart = (other: string) => other.split('.')[0] === name.split('.')[0];
  return [...allowed]
    .map((other) => ({ other, likeness: shared(other) + (isSameStart(other) ? 1 : 0) }))
    .sort((x, y) => y.likeness - x.likeness)
    .slice(0, most)
    .map(({ other }) => other);
}
