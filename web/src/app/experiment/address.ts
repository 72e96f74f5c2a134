import { type Claim, formatLink } from '../link/link';
import type { Playground } from './playground';

/** The hash of what is on the page; of exactly that which it has come to, with claims. */
export function linkOf(playground: Playground, claims: readonly Claim[]): string {
  const settings = playground.$settings.get();
  const runs = playground.arms.map(({ id }) => settings.get(id)!);
  const { catalog, pairs, $seeds, $stepped } = playground;
  return formatLink(catalog, pairs, runs, claims, $seeds.get(), $stepped.get());
}

/** The hash of the experiment as it is now, with what the link that opened it has claimed. */
export function currentLink(playground: Playground): string {
  return linkOf(playground, playground.$claims.get());
}

/** Calls back with the hash of the experiment, and again when it is another. */
export function onLink(playground: Playground, show: (hash: string) => void): void {
  const update = () => {
    if (playground.$settings.get().size > 0) show(currentLink(playground));
  };
  playground.$settings.listen(update);
  playground.$claims.listen(update);
  playground.$seeds.listen(update);
  playground.$stepped.listen(update);
  update();
}
