import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layeringErrors } from '../../tools/layering.mjs';
import { tree } from './fixture.mjs';

const sound = {
  'wasm/core/base/scalar.h': '#include <cmath>\n',
  'wasm/core/nn/mlp.h': '#include "core/base/scalar.h"\n',
  'wasm/core/env/pendulum.h': '#include "core/base/scalar.h"\n',
  'wasm/core/grad/estimator.h': '#include "core/nn/mlp.h"\n',
  'wasm/core/algo/sac.h': '#include "core/grad/estimator.h"\n',
  'wasm/core/session/session.h': '#include "core/algo/sac.h"\n',
  'wasm/bindings/module.cpp': '#include <emscripten/bind.h>\n#include "core/session/session.h"\n',
  'wasm/cli/main.cpp': '#include "core/session/session.h"\n#include "help.h"\n',
  'wasm/cli/help.h': '',
  'web/src/protocol/frame.ts': '',
  'web/src/core/load.ts': "import acp from '@acp/module';\nexport * from '../protocol/frame';\n",
  'web/src/draw/curve.ts': "import type { Frame } from '../protocol/frame';\n",
  'web/src/worker/main.ts': "import { load } from '../core/load';\n",
  'web/src/app/shell/page.ts':
    "import 'lit';\nnew Worker(new URL('../worker/main.ts', import.meta.url));\n",
};

test('a tree in order has no errors', (context) => {
  assert.deepEqual(layeringErrors(tree(context, sound)), []);
});

const violations = [
  {
    what: 'base includes nn',
    file: 'wasm/core/base/scalar.h',
    text: '#pragma once\n#include "core/nn/mlp.h"\n',
    error: 'wasm/core/base/scalar.h:2: base may not depend on nn',
  },
  {
    what: 'nn includes env, beside it',
    file: 'wasm/core/nn/mlp.h',
    text: '#include "core/env/pendulum.h"\n',
    error: 'wasm/core/nn/mlp.h:1: nn may not depend on env',
  },
  {
    what: 'grad includes algo, above it',
    file: 'wasm/core/grad/estimator.h',
    text: '#include "core/algo/sac.h"\n',
    error: 'wasm/core/grad/estimator.h:1: grad may not depend on algo',
  },
  {
    what: 'session includes the bindings',
    file: 'wasm/core/session/session.h',
    text: '#include "bindings/module.cpp"\n',
    error: 'wasm/core/session/session.h:1: session may not depend on bindings',
  },
  {
    what: 'the command line includes the bindings',
    file: 'wasm/cli/main.cpp',
    text: '#include "bindings/module.cpp"\n',
    error: 'wasm/cli/main.cpp:1: cli may not depend on bindings',
  },
  {
    what: 'a relative include climbs out of its layer',
    file: 'wasm/core/nn/mlp.h',
    text: '#include "../env/pendulum.h"\n',
    error: 'wasm/core/nn/mlp.h:1: nn may not depend on env',
  },
  {
    what: 'the core includes Emscripten',
    file: 'wasm/core/session/session.h',
    text: '#include <emscripten/val.h>\n',
    error: 'wasm/core/session/session.h:1: only bindings may include <emscripten/val.h>',
  },
  {
    what: 'an include names no file',
    file: 'wasm/core/nn/mlp.h',
    text: '#include "core/base/missing.h"\n',
    error: 'wasm/core/nn/mlp.h:1: there is no "core/base/missing.h"',
  },
  {
    what: 'a folder is no layer',
    file: 'wasm/core/misc/helpers.h',
    text: '#include "core/base/scalar.h"\n',
    error: 'wasm/core/misc/helpers.h:1: misc is not a layer',
  },
  {
    what: 'app imports core',
    file: 'web/src/app/shell/page.ts',
    text: "\nimport { load } from '../../core/load';\n",
    error: 'web/src/app/shell/page.ts:2: app may not depend on core',
  },
  {
    what: 'app imports core dynamically',
    file: 'web/src/app/shell/page.ts',
    text: "const core = await import('../../core/load');\n",
    error: 'web/src/app/shell/page.ts:1: app may not depend on core',
  },
  {
    what: 'app imports the worker',
    file: 'web/src/app/shell/page.ts',
    text: "import '../../worker/main?worker';\n",
    error: 'web/src/app/shell/page.ts:1: app may not depend on worker',
  },
  {
    what: 'a room of the page imports one that comes after it',
    file: 'web/src/app/kit/icon.ts',
    text: "import type { Page } from '../shell/page';\n",
    error: 'web/src/app/kit/icon.ts:1: kit may not depend on shell',
  },
  {
    what: 'a file of the page is in no room',
    file: 'web/src/app/loose.ts',
    text: "import './shell/page';\n",
    error: 'web/src/app/loose.ts:1: undefined is not a layer',
  },
  {
    what: 'a file imports what imports it, be it a type',
    file: 'web/src/protocol/frame.ts',
    text: "import type { Self } from './frame';\n",
    error: 'web/src/protocol/frame.ts:1: a circle: web/src/protocol/frame.ts > web/src/protocol',
  },
  {
    what: 'draw imports core, beside it',
    file: 'web/src/draw/curve.ts',
    text: "import {\n  load,\n} from '../core/load';\n",
    error: 'web/src/draw/curve.ts:3: draw may not depend on core',
  },
  {
    what: 'protocol re-exports core',
    file: 'web/src/protocol/field.ts',
    text: "export * from '../core/load';\n",
    error: 'web/src/protocol/field.ts:1: protocol may not depend on core',
  },
  {
    what: 'the worker imports the module itself',
    file: 'web/src/worker/main.ts',
    text: "import acp from '@acp/module';\n",
    error: 'web/src/worker/main.ts:1: only core may import the module',
  },
];

for (const { what, file, text, error } of violations) {
  test(`an error when ${what}`, (context) => {
    const errors = layeringErrors(tree(context, { ...sound, [file]: text }));
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.ok(errors[0].startsWith(error), errors[0]);
  });
}
