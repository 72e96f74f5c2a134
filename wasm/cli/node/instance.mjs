// One instance of the program, in a thread of its own: what waits or computes there leaves the main
// thread free for signals.
import fs from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { isatty } from 'node:tty';
import {
  BroadcastChannel,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import { DEFERRALS, ENTERED, HELPERS, NEXT, NOTED } from './shared.mjs';
import { Tasks } from './tasks.mjs';

const { args, isHelper, shared, robots, temporaries } = workerData;
const { words, steps } = shared;
const STDERR = 2;
const PATIENCE = 5; // milliseconds

/** What pieces of work have come to, from those who did them to who began, and one of them. */
const texts = new BroadcastChannel('texts');
texts.unref();
let handed;

const tasks = new Tasks(robots.list);
const host = {
  tasks,
  isTerminal: isatty,
  /** The name of what went wrong, if anything did. */
  sync(descriptor) {
    try {
      fs.fsyncSync(descriptor);
    } catch (error) {
      return error.code;
    }
  },
  maskedRights: () => process.umask(),
  enter: () => Atomics.add(words, ENTERED, 1),
  leave() {
    Atomics.sub(words, ENTERED, 1);
    Atomics.notify(words, ENTERED);
  },
  temporary: (bytes, there) =>
    temporaries.postMessage({ name: Buffer.from(bytes).toString(), there }),
  defer: (more) => Atomics.add(words, DEFERRALS, more),
  noted: () => Atomics.load(words, NOTED),
  isHelper,
  startHelpers(count) {
    Atomics.add(words, HELPERS, count);
    parentPort.postMessage(count);
  },
  take: () => Atomics.add(words, NEXT, 1),
  made: (more) => Atomics.add(steps, 0, BigInt(more)),
  steps: () => Number(Atomics.load(steps, 0)),
  handOver: (piece, text) => texts.postMessage({ piece, text }),
  nextHanded() {
    handed = receiveMessageOnPort(texts)?.message;
    return handed?.piece ?? -1;
  },
  handed: () => handed.text,
  wait(milliseconds) {
    const count = Atomics.load(words, HELPERS);
    if (count > 0) Atomics.wait(words, HELPERS, count, milliseconds);
    return Atomics.load(words, HELPERS);
  },
};

/** A pipe that does not block, since someone else wants it so, is waited for. */
function patiently(call) {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  return (...values) => {
    for (;;) {
      try {
        return call(...values);
      } catch (error) {
        if (error.code !== 'EAGAIN') throw error;
        Atomics.wait(nothing, 0, 0, PATIENCE);
      }
    }
  };
}
/** An instance that ends closes its files; the standard streams are those of all. */
function exceptShared(close) {
  return (descriptor) => {
    if (descriptor > STDERR) close(descriptor);
  };
}
fs.closeSync = exceptShared(fs.closeSync);
fs.readSync = patiently(fs.readSync);
fs.writeSync = patiently(fs.writeSync);

const createAcp = createRequire(import.meta.url)('./acp_cli.js');
const [module] = await once(parentPort, 'message');
const program = {
  host,
  arguments: args,
  printErr: (text) => fs.writeSync(STDERR, `acp: ${text}\n`), // how the module itself failed
  instantiateWasm(imports, receive) {
    WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
    return {};
  },
};
if (robots.asked) await tasks.start(program);
await createAcp(program);
