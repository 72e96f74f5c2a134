// What the declarations of the modules say, and what their objects have.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const DECLARATIONS = resolve(import.meta.dirname, '../../web/src/core/acp.d.ts');
export const EXACT_DECLARATIONS = resolve(import.meta.dirname, '../../web/src/core/acp-exact.d.ts');
export const HOST_DECLARATIONS = resolve(import.meta.dirname, '../../web/src/core/acp-host.d.ts');
export const LAB_DECLARATIONS = resolve(import.meta.dirname, '../../web/src/core/acp-lab.d.ts');
export const TRACE_DECLARATIONS = resolve(import.meta.dirname, '../../web/src/core/acp-trace.d.ts');
export const SCORES_DECLARATIONS = resolve(
  import.meta.dirname,
  '../../web/src/core/acp-scores.d.ts',
);
/** What Embind gives every class. */
export const EMBIND = ['constructor', 'clone', 'deleteLater', 'isAliasOf', 'isDeleted'];

/** The members of an interface in acp.d.ts, with the number of their parameters. */
export function declared(name: string, file = DECLARATIONS): Map<string, number | undefined> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!found) throw new Error(`${file} has no interface ${name}`);
  return new Map(
    found.members.map((member) => [
      member.name!.getText(source),
      ts.isMethodSignature(member) ? member.parameters.length : undefined,
    ]),
  );
}

/** The methods of an object's class and of the classes it extends. */
export function methodsOf(object: object): string[] {
  const names = new Set<string>();
  let prototype: unknown = Object.getPrototypeOf(object);
  while (prototype && prototype !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(prototype)) names.add(name);
    prototype = Object.getPrototypeOf(prototype);
  }
  return [...names];
}
