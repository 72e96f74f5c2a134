import createAcp, { type AcpModule } from '@acp/module';
import createAcpExact, { type AcpExactModule } from '@acp/exact-module';
import createAcpScores, { type AcpScoresModule } from '@acp/scores-module';
import createAcpTrace, { type AcpTraceModule } from '@acp/trace-module';
import createAcpLab, { type AcpLabModule } from '@acp/lab-module';
import createAcpHost, { type AcpHostModule } from '@acp/host-module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const binary = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `../../build/wasm/${name}.wasm`));

/** The modules as they are shipped, started in Node. */
export function startModule(): Promise<AcpModule> {
  return createAcp({ wasmBinary: binary('acp') });
}
export function startLabModule(): Promise<AcpLabModule> {
  return createAcpLab({ wasmBinary: binary('acp_lab') });
}
export function startExactModule(): Promise<AcpExactModule> {
  return createAcpExact({ wasmBinary: binary('acp_exact') });
}
export function startScoresModule(): Promise<AcpScoresModule> {
  return createAcpScores({ wasmBinary: binary('acp_scores') });
}
export function startTraceModule(): Promise<AcpTraceModule> {
  return createAcpTrace({ wasmBinary: binary('acp_trace') });
}
export function startHostModule(): Promise<AcpHostModule> {
  return createAcpHost({ wasmBinary: binary('acp_host') });
}
