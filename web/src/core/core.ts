import type { AcpModule, AcpSession } from '@acp/module';

/** A frame copied out of the module: the first `words` 32-bit words of `buffer`. */
export interface PackedFrame {
  buffer: ArrayBuffer;
  words: number;
}

/** What gives a view of the module's memory. */
type Viewing = 'frame' | 'field' | 'save';

/** One run as the worker uses it, without views of the module's memory. */
export interface CoreSession extends Omit<AcpSession, Viewing | 'load'> {
  /**
   * Packs what is new into `recycled` if it is large enough, else into a new buffer. What
   * is new in the run's rows is handed out once.
   */
  packFrame(recycled: ArrayBuffer): PackedFrame;
  /** What critic and policy say over two axes. */
  field(across: number, up: number, columns: number, rows: number): ArrayBuffer;
  /** A checkpoint. */
  save(): ArrayBuffer;
}

/** The module as the worker uses it. */
export interface Core<S = CoreSession> {
  /**
   * Fetches what calls with these arguments need and is not there; `undefined` if all is. What
   * cannot be fetched, the calls complain of.
   */
  prepare?(args: readonly unknown[]): Promise<void> | undefined;
  /** The catalog of what knows the task of a configuration, as JSON. */
  catalog(config: string): string;
  check(config: string): string;
  /** Throws `Error` with `key: message` lines if the configuration is not valid. */
  open(config: string): S;
  /** A run as it was; throws `Error` if the bytes are not a checkpoint. */
  resume(checkpoint: ArrayBuffer): S;
}

/** A module, which may describe the task of a configuration. */
type Describing<M> = M & { catalogOf?: (config: string) => string };

export function wrapModule(module: Describing<AcpModule>): Core {
  return wrapped(module, wrapSession);
}

/** The same with sessions as `wrap` makes them. */
export function wrapped<A extends AcpSession, S>(
  module: Describing<Omit<AcpModule, 'Session'>> & { Session: new (config: string) => A },
  wrap: (session: A) => S,
): Core<S> {
  return {
    catalog: (config) => module.catalogOf?.(config) ?? module.catalog(),
    check: (config) => module.check(config),
    open: (config) => wrap(new module.Session(config)),
    resume: (checkpoint) => {
      const session = new module.Session('');
      try {
        session.load(new Uint8Array(checkpoint));
      } catch (error) {
        session.delete();
        throw error;
      }
      return wrap(session);
    },
  };
}

export function wrapSession(session: AcpSession): CoreSession {
  return {
    train: (maxSteps, maxMilliseconds) => session.train(maxSteps, maxMilliseconds),
    watch: (steps, stochastic) => session.watch(steps, stochastic),
    kick: (strength) => session.kick(strength),
    drag: (x, y) => session.drag(x, y),
    tune: (changes) => session.tune(changes),
    config: () => session.config(),
    status: () => session.status(),
    digest: () => session.digest(),
    steps: () => session.steps(),
    updates: () => session.updates(),
    policy: () => session.policy(),
    delete: () => session.delete(),
    packFrame: (recycled) => copyOut(session.frame(), recycled),
    field: (...axes) => session.field(...axes).slice().buffer,
    save: () => session.save().slice().buffer,
  };
}

/** The only copy of numbers between the module's memory and the rest of the page. */
function copyOut(view: Float32Array, recycled: ArrayBuffer): PackedFrame {
  const buffer =
    recycled.byteLength >= view.byteLength ? recycled : new ArrayBuffer(2 * view.byteLength);
  new Float32Array(buffer).set(view);
  return { buffer, words: view.length };
}
