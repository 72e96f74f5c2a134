import * as v from 'valibot';
import { parameter } from './catalog';

const process = v.object({
  id: v.string(),
  title: v.string(),
  help: v.string(),
  parameters: v.array(parameter),
});

const catalog = v.object({
  bootstrap: v.object({
    build: v.string(),
    autoregression: v.array(parameter),
    processes: v.array(process),
  }),
});
const learned = v.object({ rms: v.number(), standard_error: v.nullable(v.number()) });

/** The processes that are known exactly, the parameters of the chain, and the core's version. */
export type BootstrapCatalog = v.InferOutput<typeof catalog>['bootstrap'];
/** What TD(n) has learned; there is no standard error of one run. */
export type Learned = v.InferOutput<typeof learned>;

/** Throws `Error` unless the text is what the core says. */
export function parseBootstrapCatalog(text: string): BootstrapCatalog {
  return v.parse(catalog, JSON.parse(text)).bootstrap;
}

/** Throws `Error` unless the text is what the core says. */
export function parseLearned(text: string): Learned {
  return v.parse(learned, JSON.parse(text));
}
