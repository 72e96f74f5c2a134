import { embedding } from '../kit/embedding';
import type { PageId } from '../link/page-of';

/** What an entry of the browser's history says that this document has made. */
interface Entry {
  /** tells documents apart: each has begun at another time */
  origin: number;
  view: PageId;
}

/**
 * Milliseconds without a change before the address is written, and the most that it lags behind:
 * to write takes a browser longer than to draw, and none lets that be done ten times a second.
 */
const [REST, LAG] = [200, 1000];

/** The page of an entry of this document; `null` for what another has left, or somebody typed. */
export function viewOf(state: unknown): PageId | null {
  const { origin, view } = (state ?? {}) as Partial<Entry>;
  return origin === performance.timeOrigin ? (view ?? null) : null;
}

/** The address and its history. That of a frame is its host's, and stays as it is. */
export class Address {
  #changed = -Infinity;
  #written = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void) | null = null;

  /** Marks the entry with which the document has begun. */
  begin(view: PageId): void {
    history.replaceState(entry(view), '');
  }

  push(view: PageId, hash: string): void {
    this.#flush();
    history.pushState(entry(view), '', embedding.isOn ? undefined : hash);
  }

  /** The reader has gone to another entry: what has not been written was for the one before. */
  moved(): void {
    this.#waiting = null;
  }

  /** Says what the page on display is about, at once or after a rest. */
  write(view: PageId, hash: string): void {
    if (embedding.isOn) return;
    const now = performance.now();
    const isDue = now - this.#changed >= REST || now - this.#written >= LAG;
    this.#changed = now;
    this.#waiting = () => history.replaceState(entry(view), '', hash);
    clearTimeout(this.#timer);
    if (isDue) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), REST);
  }

  #flush(): void {
    this.#waiting?.();
    this.#waiting = null;
    this.#written = performance.now();
  }
}

function entry(view: PageId): Entry {
  return { origin: performance.timeOrigin, view };
}
