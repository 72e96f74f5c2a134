import { wrapBootstrapModule } from '../core/bootstrap-core';
import { loadExactModule } from '../core/load-exact';
import { bootstrapArguments } from '../protocol/bootstrap-requests';
import { Bootstrapping } from './bootstrapping';
import { serve } from './serve';

const core = loadExactModule().then(wrapBootstrapModule);
await serve(core, bootstrapArguments, (lab) => new Bootstrapping(lab), self);
