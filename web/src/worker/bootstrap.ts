import { wrapBootstrapModule } from '../core/bootstrap-core';
import { loadLabModule } from '../core/load-lab';
import { bootstrapArguments } from '../protocol/bootstrap-requests';
import { Bootstrapping } from './bootstrapping';
import { serve } from './serve';

const core = loadLabModule().then(wrapBootstrapModule);
await serve(core, bootstrapArguments, (lab) => new Bootstrapping(lab), self);
