import { wrapLabModule } from '../core/lab-core';
import { loadLabModule } from '../core/load-lab';
import { labArguments } from '../protocol/lab-requests';
import { Laboratory } from './laboratory';
import { serve } from './serve';

const core = loadLabModule().then(wrapLabModule);
await serve(core, labArguments, (lab) => new Laboratory(lab), self);
