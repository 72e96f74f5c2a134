import type { FromWorker } from '../protocol/commands';
import { runArguments } from '../protocol/run-requests';
import { loadTaskCore } from './load-task-core';
import { serve } from './serve';
import { Trainer } from './trainer';

const post = (message: FromWorker) => self.postMessage(message);
await serve(loadTaskCore(post), runArguments, (...parts) => new Trainer(...parts), self);
