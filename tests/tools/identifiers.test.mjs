import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifierErrors, namesIn } from '../../tools/identifiers.mjs';
import { tree } from './fixture.mjs';

const names = namesIn({
  environments: [{ id: 'cart_pole' }, { id: 'cart_pole_swing_up' }, { id: 'lqr' }],
  algorithms: [{ id: 'sac' }, { id: 'sac_discrete' }],
  lab: {
    estimators: [{ id: 'exact' }, { id: 'score_function' }, { id: 'score_function' }],
    objectives: [{ id: 'linear' }, { id: 'lqr' }],
  },
});

const sound = {
  'wasm/core/env/cart_pole.cpp': 'info.id = "cart_pole"; other.id = "cart_pole_swing_up";\n',
  'wasm/core/algo/sac_config.h': 'const char* owner_ = "sac";\n',
  'wasm/core/algo/sac_discrete.cpp': '#include "core/algo/sac.h"\ncheck("sac_discrete");\n',
  'wasm/core/grad/categorical_score_function.cpp': '{"score_function", "score function"}\n',
  'wasm/core/session/presets.cpp': '"environment=lqr&algorithm=sac&sac.tau=1"\n',
  'web/src/draw/env/cart-pole.ts': "const id = 'cart_pole';\n",
  'web/src/app/text/en/story.ts': "const of = { environment: 'lqr' };\n",
  'web/src/app/settings/settings.ts':
    "// as in 'sac.tau'\n/** like `sac.tau`\n * or 'lqr' */\nconst scale = 'linear';\n" +
    "const exact = { exact: 1 };\nconst words = 'sac and more';\nimport './sac';\n",
};

test('every name is known once', () => {
  assert.deepEqual(names.toSorted(), [
    ...['cart_pole', 'cart_pole_swing_up', 'exact', 'linear', 'lqr', 'sac', 'sac_discrete'],
    'score_function',
  ]);
});

test('a tree in order has no errors', (context) => {
  assert.deepEqual(identifierErrors(tree(context, sound), names), []);
});

const file = 'web/src/app/views/map.ts';
const violations = [
  ['compared', file, "\n\nif (id === 'lqr') skip();\n", `${file}:3: lqr`],
  [
    'compared, after a comment',
    file,
    "/* so\nlong */ if (id === 'lqr') skip();\n",
    `${file}:2: lqr`,
  ],
  ['a key', file, 'const axes = {\n  cart_pole: [2, 3],\n};\n', `${file}:2: cart_pole`],
  ['the owner of a parameter', file, "const KEY = 'sac.tau';\n", `${file}:1: sac`],
  ['in a configuration', file, "run('seed=1&algorithm=sac');\n", `${file}:1: sac`],
  ['a word in a configuration', file, 'run(`objective=linear`);\n', `${file}:1: linear`],
  [
    'beside its own file',
    'wasm/core/algo/dpg.cpp',
    'owner("sac");\n',
    'wasm/core/algo/dpg.cpp:1: sac',
  ],
  [
    'in a file of another kind',
    'wasm/core/session/sac.cpp',
    'f("sac");\n',
    'wasm/core/session/sac.cpp:1: sac',
  ],
];

for (const [what, path, text, error] of violations) {
  test(`an error where a name is ${what}`, (context) => {
    const errors = identifierErrors(tree(context, { ...sound, [path]: text }), names);
    assert.deepEqual(errors, [`${error} is named outside its own file`]);
  });
}
