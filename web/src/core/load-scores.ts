import createAcpScores, { type AcpScoresModule } from '@acp/scores-module';
import wasmUrl from '@acp/scores-wasm?url';

/** Fetches the module of scores, compiles it while it arrives, and starts it. */
export function loadScoresModule(): Promise<AcpScoresModule> {
  return createAcpScores({ locateFile: () => wasmUrl });
}
