import { loadCore } from '../core/load';
import { serve } from './serve';
import { Trainer } from './trainer';

await serve(loadCore(), (...parts) => new Trainer(...parts), self);
