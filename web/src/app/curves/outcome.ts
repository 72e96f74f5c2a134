import { formatCount, formatReturn } from '../text/format';
import { curveStrings } from '../text/en/curves';

/** How an arm stands to the goal that all arms share. */
export interface Standing {
  id: string;
  /** environment step of the first evaluation at the goal; `null`: not yet */
  reached: number | null;
}

/** One sentence on who has reached the goal; `""` as long as nobody has. */
export function outcome(standings: readonly Standing[], goal: number): string {
  const words = curveStrings().outcome;
  const there = standings.flatMap(({ id, reached }) => (reached === null ? [] : [{ id, reached }]));
  const [first] = there.toSorted((a, b) => a.reached - b.reached);
  if (!first) return '';
  const name = formatReturn(goal);
  if (standings.length === 1) return words.alone(first.id, name, formatCount(first.reached));
  if (there.length === standings.length) {
    return words.all(
      name,
      there.map(({ id, reached }) => words.at(id, formatCount(reached))).join(', '),
    );
  }
  const others = standings.filter(({ reached }) => reached === null).map(({ id }) => id);
  const list = others.length === 1 ? words.others(others[0]!) : words.several(others.join(', '));
  return words.only(first.id, name, formatCount(first.reached), list);
}
