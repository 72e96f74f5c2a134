import { loadCore } from '../core/load';
import { serve } from './serve';

await serve(loadCore(), self);
