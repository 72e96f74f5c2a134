import { loadExactModule } from '../core/load-exact';
import { wrapSurrogateModule } from '../core/surrogate-core';
import { surrogateArguments } from '../protocol/surrogate-requests';
import { serve } from './serve';
import { SurrogateService } from './surrogate-service';

const loading = loadExactModule().then(wrapSurrogateModule);
await serve(loading, surrogateArguments, (core) => new SurrogateService(core), self);
