import type { Core, CoreSession } from '../core/core';
import type { TaskMessage } from '../protocol/commands';
import { isAboutFormula, isAboutReward } from '../protocol/formulas';
import { ROBOTS } from '../protocol/robot-list';
import { TASK } from '../protocol/task-address';

/** What knows tasks that the core does not: by its name, or for a task of the site its address. */
export type Knowing = 'MuJoCo' | 'formulas' | `${string}:${string}`;

/** What it is given, so that nothing is fetched for it that is there already. */
export interface Means {
  /** Fetches a core that knows further tasks. */
  fetchCore: (needed: Knowing) => Promise<Core>;
  /** What an argument says of a configuration. */
  textOf: (argument: unknown) => string;
}

const ROBOT = new RegExp(`=(${ROBOTS.join('|').replace('_', '.')})\\b`);

/** The core, and for tasks that it does not know others, each fetched when it is first needed. */
export class FurtherCore implements Core {
  readonly #own: Core;
  readonly #means: Means;
  readonly #others = new Map<Knowing, Core>();
  /** the addresses of the tasks of the site, by their ids */
  readonly #tasks = new Map<string, Knowing>();
  #failure = '';

  constructor(own: Core, means: Means) {
    this.#own = own;
    this.#means = means;
  }

  prepare(args: readonly unknown[]): Promise<void> | undefined {
    for (const { id, url } of args.filter(isTask)) this.#tasks.set(id, url as Knowing);
    const needed = args.map((arg) => this.#knowing(arg)).find((id) => id && !this.#others.has(id));
    if (!needed) return undefined;
    return this.#means.fetchCore(needed).then(
      (core) => void this.#others.set(needed, core),
      (error: unknown) => {
        this.#failure = failureOf(needed, error);
      },
    );
  }

  catalog(about: string): string {
    return this.#for(about).catalog(about.startsWith(TASK) ? '' : about);
  }

  check(config: string): string {
    return this.#known(config)?.check(config) ?? this.#failure;
  }

  open(config: string): CoreSession {
    return this.#for(config).open(config);
  }

  resume(checkpoint: ArrayBuffer): CoreSession {
    return this.#for(checkpoint).resume(checkpoint);
  }

  /** What knows a task; `undefined` if it could not be fetched a moment ago. */
  #known(about: string | ArrayBuffer): Core | undefined {
    const needed = this.#knowing(about);
    return needed ? this.#others.get(needed) : this.#own;
  }

  #for(about: string | ArrayBuffer): Core {
    const core = this.#known(about);
    if (core) return core;
    throw new Error(this.#failure);
  }

  /** What knows the task that an argument is about; `undefined` if the core does. */
  #knowing(argument: unknown): Knowing | undefined {
    const text = this.#means.textOf(argument);
    if (text.startsWith(TASK)) return text.slice(TASK.length) as Knowing;
    const [, environment = ''] = /\benvironment=(\w+)/.exec(text) ?? [];
    const task = this.#tasks.get(environment);
    if (task) return task;
    if (ROBOT.test(text)) return 'MuJoCo';
    return isAboutFormula(text) || isAboutReward(text) ? 'formulas' : undefined;
  }
}

function isTask(argument: unknown): argument is TaskMessage {
  return (argument as Partial<TaskMessage> | null)?.type === 'task';
}

function failureOf(needed: Knowing, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (!needed.includes(':')) return `environment: ${needed} did not start: ${reason}`;
  return `environment: ${needed}: ${reason.replace(/^environment: /, '')}`;
}
