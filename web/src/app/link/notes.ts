import { formatCount } from '../text/format';
import { linkStrings as words } from '../text/en/link';

const MOST_NAMED = 8;
const LONGEST_NAMED = 40;
const LONGEST_REASON = 200;

/** What of a link was not usable, and what would have been; the first few, and a count. */
export class Notes {
  readonly #items = new Set<string>();
  #unread = 0;

  get isEmpty(): boolean {
    return this.#items.size === 0 && this.#unread === 0;
  }

  add(part: string, reason: string): void {
    this.#items.add(`${cut(part)}: ${cut(reason, LONGEST_REASON)}`);
  }

  /** Says so many parts were not even read. */
  skip(count: number): void {
    this.#unread += Math.max(0, count);
  }

  list(): string[] {
    const named = [...this.#items].slice(0, MOST_NAMED);
    const more = this.#items.size - named.length + this.#unread;
    return more > 0 ? [...named, words().more(formatCount(more))] : named;
  }
}

/** As much of what somebody has written as a sentence has room for. */
export function cut(text: string, longest = LONGEST_NAMED): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
