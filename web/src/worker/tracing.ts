import { loadTraceCore } from '../core/load-trace';
import { traceArguments } from '../protocol/run-requests';
import { serve } from './serve';
import { Tracer } from './tracer';

await serve(loadTraceCore(), traceArguments, (...parts) => new Tracer(...parts), self);
