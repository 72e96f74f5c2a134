import { loadLabCore } from '../core/load-lab';
import { labArguments } from '../protocol/lab-requests';
import { Laboratory } from './laboratory';
import { serve } from './serve';

await serve(loadLabCore(), labArguments, (core) => new Laboratory(core), self);
