import type { Client, ClientEvents } from '../../protocol/client';
import type { CrewCommands } from '../../protocol/crew-commands';
import type { ScoreCommands } from '../../protocol/score-commands';
import { connect } from '../experiment/worker-client';

/** Connects a worker that trains several runs. */
export function connectCrew(events: ClientEvents): Client<CrewCommands> {
  const start = () =>
    new Worker(new URL('../../worker/crew-main.ts', import.meta.url), { type: 'module' });
  return connect(start, events);
}

/** Connects a worker that says what scores come to. */
export function connectScores(events: ClientEvents): Client<ScoreCommands> {
  const start = () =>
    new Worker(new URL('../../worker/scores.ts', import.meta.url), { type: 'module' });
  return connect(start, events);
}
