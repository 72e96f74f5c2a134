import * as v from 'valibot';

/** Reads JSON. Throws `Error` naming the first field of it that is wrong. */
export function parse<T>(name: string, schema: v.GenericSchema<unknown, T>, json: string): T {
  const read = v.safeParse(schema, JSON.parse(json));
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw new Error(`${name}: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
