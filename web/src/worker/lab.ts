import { loadLabCore } from '../core/load-lab';
import { Laboratory } from './laboratory';
import { serve } from './serve';

await serve(loadLabCore(), (core) => new Laboratory(core), self);
