import type { FromWorker } from '../protocol/commands';
import { crewArguments } from '../protocol/crew-requests';
import { Crew } from './crew';
import { loadTaskCore } from './load-task-core';
import { serve } from './serve';

const post = (message: FromWorker) => self.postMessage(message);
await serve(loadTaskCore(post), crewArguments, (...parts) => new Crew(...parts), self);
