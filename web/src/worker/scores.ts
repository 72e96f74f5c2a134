import { loadScoresModule } from '../core/load-scores';
import { type ScoreCore, wrapScoreModule } from '../core/score-core';
import type { ScoreCommands } from '../protocol/score-commands';
import { scoreArguments } from '../protocol/score-requests';
import { serve } from './serve';

await serve<ScoreCore, ScoreCommands>(
  loadScoresModule().then(wrapScoreModule),
  scoreArguments,
  (handlers) => ({ epoch: 0, handlers: { ...handlers } }),
  self,
);
