#!/usr/bin/env node
// `acp` in Node: starts the program, which is WebAssembly, in a thread, and others where it asks
// for helpers. What a signal does is as natively (wasm/cli/signals.h), except that Node does not
// tell which signals were ignored before: `setsid` keeps it from the end of a session, `nohup` not.
import { readFileSync, unlinkSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { isatty } from 'node:tty';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { readRobots } from './robots-asked.mjs';
import { DEFERRALS, ENTERED, HELPERS, makeShared, NOTED } from './shared.mjs';

const STDERR = 2;
const PATIENCE = 100; // milliseconds
const args = process.argv.slice(2);
const robots = readRobots(args);
const shared = makeShared();
const { words } = shared;

/** Names of files that are not whole, and the ports by which instances tell of them. */
const temporaries = new Set();
const ports = [];
const hear = ({ name, there }) => void (there ? temporaries.add(name) : temporaries.delete(name));

/** An instance that goes on may have given it its own name meanwhile. */
function remove(name) {
  try {
    unlinkSync(name);
  } catch (error) {
    if (error.code !== 'ENOENT') say(`${name}: ${error.message}`);
  }
}

const say = (text) => writeSync(STDERR, `acp: ${text}\n`);

/** @returns {Worker} an instance of the program, with the arguments of this one */
function start(isHelper) {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', hear).unref();
  ports.push(port1);
  const worker = new Worker(new URL('instance.mjs', import.meta.url), {
    workerData: { args, isHelper, shared, robots, temporaries: port2 },
    transferList: [port2],
    // Node's own streams, which nobody uses, would make pipes such that writing fails when full.
    stdout: true,
    stderr: true,
  });
  worker.on('error', (error) => say(error.message));
  void compiled.then((module) => worker.postMessage(module));
  return worker;
}

function startHelpers(count) {
  for (let i = 0; i < count; i++) {
    start(true).on('exit', () => {
      Atomics.sub(words, HELPERS, 1);
      Atomics.notify(words, HELPERS);
    });
  }
}

/** Ends the program as the signal does by itself, without what is not whole. */
function end(signal) {
  for (let count; (count = Atomics.load(words, ENTERED)) > 0;) {
    if (Atomics.wait(words, ENTERED, count, PATIENCE) === 'timed-out') break;
  }
  for (const port of ports) {
    for (let told; (told = receiveMessageOnPort(port));) hear(told.message);
  }
  for (const name of temporaries) remove(name);
  if (isatty(STDERR)) writeSync(STDERR, '\r\x1b[K');
  say(`ended by ${signal}`);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    const deferred = Atomics.load(words, DEFERRALS) > 0;
    const number = constants.signals[signal];
    if (!deferred || Atomics.compareExchange(words, NOTED, 0, number) !== 0) end(signal);
  });
}

const compiled = WebAssembly.compile(readFileSync(new URL('acp_cli.wasm', import.meta.url)));
const leader = start(false);
leader.on('message', startHelpers);
leader.on('exit', (code) => process.exit(code));
