import type { Catalog, Parameter } from '../src/protocol/catalog.ts';
import type { LabSection } from '../src/protocol/lab.ts';
import type { Lines } from '../src/protocol/trace.ts';
import { namesLike } from './names.ts';

const LABORATORIES = ['lab', 'bootstrap', 'surrogate'];
const PLAIN = ['v', 'seeds', 'runs'];
/** What says which update is looked at line by line. */
const STEPPED = ['step', 'line', 'sample'];

/**
 * Checks what lessons begin and try with: `#v=2&preset=…`, the link of a laboratory, or, without
 * `#`, settings to change such as `b.sac.tau=0.01`. Throws `Error` with what does not exist.
 */
export function linkChecker(
  catalog: Catalog,
  lines: Lines,
  lab: LabSection,
): (link: string) => string {
  const owners = [catalog.run, ...catalog.environments, ...catalog.algorithms];
  const parameters = owners.flatMap((owner) => owner.parameters);
  const byKey = new Map(parameters.map((parameter) => [parameter.key, parameter]));
  const presets = catalog.presets.map(({ id }) => id);
  return (link) => {
    const parts = link.replace(/^#/, '').split('&');
    const laboratory = LABORATORIES.find((name) =>
      parts.some((part) => part.startsWith(`${name}=`)),
    );
    if (laboratory === 'lab') checkObjective(parts, lab);
    if (laboratory) return link;
    if (link.startsWith('#')) checkStepped(parts, catalog, lines);
    for (const part of parts) {
      const equals = part.indexOf('=');
      if (equals < 0) throw new Error(`"${part}" in "${link}" is not "key=value"`);
      const [name, value] = [part.slice(0, equals), decodeURIComponent(part.slice(equals + 1))];
      if (link.startsWith('#') && [...PLAIN, ...STEPPED].includes(name)) continue;
      const key = name.replace(/^[a-d]\./, '');
      if (key === 'preset') checkOption(key, value, presets);
      else checkSetting(key, value, byKey);
    }
    return link;
  };
}

function checkObjective(parts: readonly string[], { objectives }: LabSection): void {
  const text = parts.find((part) => part.startsWith('lab='))!.slice(4);
  const ids = [...objectives.map(({ id }) => id), 'table'];
  if (text !== '') checkOption('lab', text.split(':')[0]!, ids);
}

/** A line is one of those of the algorithms that the link is about. */
function checkStepped(parts: readonly string[], catalog: Catalog, lines: Lines): void {
  const valueOf = (name: string) =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  for (const name of STEPPED) {
    const value = valueOf(name);
    if (value === undefined) continue;
    if (valueOf('step') === undefined) {
      throw new Error(`${name}=${value}: of which step? step=, a whole number above 0, is missing`);
    }
    if (name === 'line') checkLine(value, parts, catalog, lines);
    else if (!/^[1-9]\d*$/.test(value)) throw new Error(`${name}=${value}: a whole number above 0`);
  }
}

function checkLine(
  value: string,
  parts: readonly string[],
  { presets }: Catalog,
  lines: Lines,
): void {
  const [, letter, line = ''] = /^(?:([a-d])\.)?(.*)$/.exec(value) ?? [];
  const algorithms = parts.flatMap((part) => {
    const [, of, key, id] = /^(?:([a-d])\.)?(preset|algorithm)=(.*)$/.exec(part) ?? [];
    if (letter && of && of !== letter) return [];
    if (key !== 'preset') return id ?? [];
    const config = presets.find((preset) => preset.id === id)?.config ?? '';
    return /(?:^|&)algorithm=(\w+)/.exec(config)?.[1] ?? [];
  });
  const all = algorithms.length > 0 ? algorithms : Object.keys(lines);
  const ids = all.flatMap((id) => lines[id] ?? []).map(({ id }) => id);
  if (!ids.includes(line)) {
    throw new Error(`line=${value}: one of ${[...new Set(ids)].join(', ')}`);
  }
}

function checkSetting(key: string, value: string, byKey: ReadonlyMap<string, Parameter>): void {
  const parameter = byKey.get(key);
  if (!parameter) {
    const like = namesLike(key, byKey.keys()).join(', ');
    throw new Error(`there is no setting "${key}"; there is preset, ${like}, …`);
  }
  if (parameter.type === 'choice') {
    checkOption(
      key,
      value,
      parameter.options.map(({ id }) => id),
    );
  }
  if (parameter.type === 'number' || parameter.type === 'integer') {
    const { min, max } = parameter;
    const number = value.trim() === '' ? NaN : Number(value);
    if (!(number >= min && number <= max)) {
      throw new Error(`${key}=${value}: a number from ${min} to ${max}`);
    }
  }
}

function checkOption(key: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) throw new Error(`${key}=${value}: one of ${allowed.join(', ')}`);
}
