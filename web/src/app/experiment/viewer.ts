import type { EnvironmentDrawing, Scene } from '../../draw/environment';

/** States kept behind the current one. */
const TRAIL = 14;
/** Milliseconds after which a last picture has surely been drawn. */
const SETTLE = 100;

/** The viewer's last states, so that the picture moves between the environment's steps. */
export class Viewer {
  #trail: Float32Array[] = [];
  #current: Float32Array | undefined;
  #since = 0;
  #duration = 0;

  /** Takes the state shown by a frame that came at the time `now`, in milliseconds. */
  add(state: Float32Array, now: number, secondsPerStep: number | null): void {
    const previous = this.#current;
    if (state.length === 0 || (previous && isEqual(previous, state))) return;
    if (previous) this.#trail = [...this.#trail, previous].slice(-TRAIL);
    this.#current = state;
    this.#since = now;
    this.#duration = 1000 * (secondsPerStep ?? 0);
  }

  /** What to draw at the time `now`; `null` before the first state. */
  scene(
    drawing: EnvironmentDrawing,
    columns: readonly string[],
    color: string,
    now: number,
  ): Scene | null {
    const current = this.#current;
    if (!current) return null;
    const previous = this.#trail.at(-1);
    const share = this.#duration > 0 ? Math.min(1, (now - this.#since) / this.#duration) : 1;
    const state = previous ? drawing.interpolate(columns, previous, current, share) : current;
    return { columns, state, trail: this.#trail, color };
  }

  /** Whether the picture may still change at the time `now`. */
  isMoving(now: number): boolean {
    return now - this.#since <= this.#duration + SETTLE;
  }
}

function isEqual(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
