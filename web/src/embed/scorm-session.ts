import type { Prediction, Result } from '../protocol/embedding';

/** What a platform has for SCORM 1.2: all texts, and `'true'` where it has done it. */
export interface Api {
  LMSInitialize(nothing: ''): string;
  LMSFinish(nothing: ''): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
}

/** What is kept from one visit to the next. */
export interface Kept {
  link?: string;
  /** of a lesson, as it has told */
  state?: object;
  /** predictions that the platform knows */
  told?: readonly string[];
}

/** Characters that a platform takes. */
const [LONGEST_STATE, LONGEST_PLACE, LONGEST_RESPONSE] = [4096, 255, 255];
const LONGEST_VISIT = 9999 * 3600;
/** Windows around each other. */
const DEEPEST = 20;

/** The platform's, in a window around this one or around the one that has opened it. */
export function findApi(from: Window): Api | null {
  const openers = [from, from.top].map((each) => each?.opener as Window | null | undefined);
  for (const start of [from.parent, ...openers]) {
    let place = start ?? null;
    for (let depth = 0; place && place !== from && depth < DEEPEST; depth++) {
      const api = apiOf(place);
      if (api) return api;
      place = place.parent === place ? null : place.parent;
    }
  }
  return null;
}

function apiOf(place: Window): Api | null {
  try {
    return (place as { API?: Api }).API ?? null;
  } catch {
    return null; // of another origin
  }
}

/** A visit, from when the platform has been told to when it ends. */
export class Session {
  /** what the visit before has left; `null`: there was none, or it is not ours */
  readonly kept: Kept | null;
  readonly #api: Api;
  readonly #refused: (what: string, why: string) => void;
  readonly #since = performance.now();
  readonly #told: Set<string>;
  #best: number;
  #isComplete: boolean;
  #isOver = false;

  /** `null` where the platform does not want one. `refused` hears of what it does not take. */
  static begin(api: Api, refused: (what: string, why: string) => void): Session | null {
    return api.LMSInitialize('') === 'true' ? new Session(api, refused) : null;
  }

  private constructor(api: Api, refused: (what: string, why: string) => void) {
    this.#api = api;
    this.#refused = refused;
    this.kept = keptIn(api.LMSGetValue('cmi.suspend_data'));
    this.#told = new Set(this.kept?.told);
    this.#best = Number(api.LMSGetValue('cmi.core.score.raw')) || 0;
    const status = api.LMSGetValue('cmi.core.lesson_status');
    this.#isComplete = status === 'completed' || status === 'passed';
    if (!this.#isComplete) this.#set('cmi.core.lesson_status', 'incomplete');
    api.LMSCommit('');
  }

  keep(kept: Omit<Kept, 'told'>): void {
    const text = JSON.stringify({ ...kept, told: [...this.#told] }, shorter);
    if (text.length > LONGEST_STATE) {
      this.#refused('how far you are', `${text.length} characters, more than ${LONGEST_STATE}`);
      return;
    }
    this.#set('cmi.suspend_data', text);
    const place = kept.link?.replace(/^[^#]*/, '') ?? '';
    if (place.length <= LONGEST_PLACE) this.#set('cmi.core.lesson_location', place);
    this.#api.LMSCommit('');
  }

  /** The score goes first: some platforms take it with the status. */
  record({ completion, score }: Result, predictions: readonly Prediction[]): void {
    this.#best = Math.max(this.#best, Math.min(100, Math.max(0, score.raw)));
    this.#set('cmi.core.score.min', '0');
    this.#set('cmi.core.score.max', '100');
    this.#set('cmi.core.score.raw', String(this.#best));
    for (const prediction of predictions) this.#interaction(prediction);
    this.#isComplete ||= completion;
    this.#set('cmi.core.lesson_status', this.#isComplete ? 'completed' : 'incomplete');
    this.#api.LMSCommit('');
  }

  finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#set('cmi.core.session_time', timeText((performance.now() - this.#since) / 1000));
    this.#set('cmi.core.exit', 'suspend');
    this.#api.LMSCommit('');
    this.#api.LMSFinish('');
  }

  #interaction({ id, said, isRight }: Prediction): void {
    if (this.#told.has(id)) return;
    const count = Number(this.#api.LMSGetValue('cmi.interactions._count')) || 0;
    this.#told.add(id);
    const name = `cmi.interactions.${count}`;
    this.#set(`${name}.id`, id);
    this.#set(`${name}.type`, 'fill-in');
    this.#set(`${name}.student_response`, said.slice(0, LONGEST_RESPONSE));
    this.#set(`${name}.result`, isRight ? 'correct' : 'wrong');
  }

  #set(name: string, value: string): void {
    if (this.#api.LMSSetValue(name, value) === 'true') return;
    const code = this.#api.LMSGetLastError();
    this.#refused(`${name}=${value}`, this.#api.LMSGetErrorString(code) || `error ${code}`);
  }
}

/** Four digits are more than anybody sketches with. */
function shorter(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(4))
    : value;
}

function keptIn(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Record<keyof Kept, unknown> | null;
    const { link, state, told } = kept ?? {};
    return {
      ...(typeof link === 'string' && { link }),
      ...(typeof state === 'object' && state !== null && { state }),
      ...(Array.isArray(told) && { told: told.filter((id) => typeof id === 'string') }),
    };
  } catch {
    return null;
  }
}

/** Hours, minutes and seconds, as `0000:01:30`. */
export function timeText(seconds: number): string {
  const whole = Math.min(LONGEST_VISIT, Math.max(0, Math.round(seconds)));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join(':');
}
