import { loadCore } from '../core/load';
import { crewArguments } from '../protocol/crew-requests';
import { Crew } from './crew';
import { serve } from './serve';

await serve(loadCore(), crewArguments, (...parts) => new Crew(...parts), self);
