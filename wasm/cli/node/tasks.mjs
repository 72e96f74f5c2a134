// The tasks that JavaScript has, as the program calls them: instances are numbers.

/** What a function of a task gives that has failed. */
const FAILED = -1;

const listed = (values) => [values.length, ...values];

/** What the program has to know of a task, in the order in which it reads (tasks.cpp). */
const aboutTask = (task) => [
  ...[task.id, task.title, task.help, task.source],
  ...[task.observation, task.state].flatMap(listed),
  task.action.choices,
  ...[task.action.names, task.action.low, task.action.high].flatMap(listed),
  ...[task.timeLimit, task.secondsPerStep, task.random, task.threshold],
];

/** Likewise of a preset. */
const aboutPreset = ({ id, title, teaches, config, steps, threshold, learns }) => [
  id,
  title,
  teaches,
  config,
  steps,
  threshold,
  learns,
];

/** An instance is made once something is done with it: what is only listed needs no simulator. */
export class Tasks {
  /** What the program knows of them, a value in each line, as bytes. */
  list;
  /** Why the last call has failed, as bytes. */
  complaint = new Uint8Array();
  /** One for each of the list (web/src/tasks/adapter.ts); none without their simulator. */
  #adapters = [];
  /** Of the run whose `reset` or `step` is at work: where its stream is in the program. */
  #random = 0;
  #instances = new Map();
  #last = 0;
  /** What to say where nothing moves them. */
  #missing;

  /** @param {object} list as `readRobots` gives it */
  constructor({ environments, presets, needs }) {
    const tasks = [environments.length, ...environments.flatMap(aboutTask)];
    const values = [...tasks, presets.length, ...presets.flatMap(aboutPreset)];
    this.list = Buffer.from(values.map((value) => `${value}\n`).join(''));
    this.#missing = `its simulator is not installed: npm install actor-critic-playground ${needs}`;
  }

  /** Starts what moves them, if it is installed; it draws from the program. */
  async start(program) {
    const numbers = {
      uniform: () => program._acp_uniform(this.#random),
      normal: () => program._acp_normal(this.#random),
    };
    for (const name of ['sin', 'cos', 'tanh', 'exp', 'log']) {
      numbers[name] = (x) => program[`_acp_${name}`](x);
    }
    try {
      const { startRobots } = await import('./robots.mjs');
      this.#adapters = await startRobots(numbers);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }

  create(task) {
    this.#instances.set(++this.#last, { task });
    return this.#last;
  }

  destroy(number) {
    const { task, state } = this.#instances.get(number);
    if (state) this.#adapters[task].destroy(state);
    this.#instances.delete(number);
  }

  reset(number, random) {
    this.#random = random;
    return this.#call(number, 'reset');
  }

  step(number, action, random, outcome) {
    this.#random = random;
    return this.#call(number, 'step', action, outcome);
  }

  observe(number, out) {
    return this.#call(number, 'observe', out);
  }

  save(number, out) {
    return this.#call(number, 'save', out);
  }

  load(number, numbers) {
    return this.#call(number, 'load', numbers);
  }

  #call(number, name, ...values) {
    const instance = this.#instances.get(number);
    const adapter = this.#adapters[instance.task];
    if (!adapter) return this.#fail(this.#missing);
    instance.state ??= adapter.create();
    const code = instance.state ? adapter[name](instance.state, ...values) : FAILED;
    return code < 0 ? this.#fail(adapter.complaint) : code;
  }

  #fail(why) {
    this.complaint = Buffer.from(why);
    return FAILED;
  }
}
