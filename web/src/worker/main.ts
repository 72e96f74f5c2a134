import { loadCore } from '../core/load';
import { runArguments } from '../protocol/run-requests';
import { serve } from './serve';
import { Trainer } from './trainer';

await serve(loadCore(), runArguments, (...parts) => new Trainer(...parts), self);
