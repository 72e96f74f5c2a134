// `npm run api`: writes docs/api.md, the reference of the library, from its doc comments; --check
// only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { Failure, program, root } from './lib/process.mjs';

const inputs = ['library/index.ts', 'tasks/environment.ts', 'tasks/robots.ts'].map((name) =>
  join(root, 'web/src', name),
);
const output = join(root, 'docs/api.md');

const isExported = (node) =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

const isPublic = ({ name }) => !name || !ts.isPrivateIdentifier(name);

/** The doc comment as one line. */
function comment(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  return ts.getTextOfJSDocComment(doc?.comment)?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

/** The declaration without comment, `export` and body. */
function signature(node) {
  const end = node.body?.pos ?? node.members?.pos ?? node.end;
  const text = node.getSourceFile().text.slice(node.getStart(), end).replaceAll(/\s+/g, ' ').trim();
  return text
    .replace(/^export /, '')
    .replace(/[;{]$/, '')
    .trim();
}

function section(node) {
  const members = (node.members ?? []).filter(isPublic);
  const rows = members.map((member) => {
    const cell = comment(member).replaceAll('|', '\\|');
    return `| \`${signature(member).replaceAll('|', '\\|')}\` | ${cell} |`;
  });
  const code = ['```ts', signature(node), '```'];
  const body = rows.length > 0 ? ['| member | |', '|---|---|', ...rows] : code;
  return [`## \`${node.name.text}\``, '', comment(node), '', ...body];
}

const introduction = `# The library

Made by \`npm run api\` from the comments of
[web/src/library](../web/src/library/index.ts). How to use it:
[README.md](../README.md#as-a-library).
`;

await program(() => {
  const sections = inputs
    .map((path) =>
      ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
    )
    .flatMap(({ statements }) => statements.filter(isExported))
    .map((node) => section(node).join('\n'));
  const text = `${[introduction, ...sections]
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
  if (!process.argv.includes('--check')) writeFileSync(output, text);
  else if (readFileSync(output, 'utf8') !== text) {
    throw new Failure('docs/api.md is not what the comments say: run `npm run api`');
  }
});
