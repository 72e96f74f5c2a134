import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const exported = { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' };
const early = {
  selector:
    'CallExpression[callee.name=/^(words|strings|about|story|\\w+(Words|Strings))$/]' +
    ':not(:function *, MethodDefinition *)',
  message: 'Words are asked for when they are shown, not when a module is loaded.',
};
const spread = {
  selector:
    'CallExpression[callee.property.name=/^(push|unshift|splice|max|min|fromCharCode)$/]' +
    ' > SpreadElement',
  message: 'As arguments, too many values overflow the stack: loop over them.',
};
const once = {
  selector:
    'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression' +
    '[callee.property.name=/^(is[A-Z]|all|get[A-Z]|inner|text|input|count|bounding|title)/]',
  message: 'What a page shows may come later: await expect.poll(() => ...).',
};

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'tests/golden/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // With noUncheckedIndexedAccess, `array[i]!` inside checked bounds is how numbers are read.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', exported, early],
    },
  },
  {
    files: ['web/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', exported, early, spread] },
  },
  {
    files: ['tests/e2e/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', exported, once] },
  },
  {
    files: ['*.config.ts', '**/*.d.ts', 'web/src/embed/widget.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{mjs,js}'],
    extends: [tseslint.configs.base],
    rules: {
      'constructor-super': 'error',
      eqeqeq: 'error',
      'no-const-assign': 'error',
      'no-dupe-keys': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-undef-init': 'error',
      'no-unreachable': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
    },
  },
  prettier,
);
