#pragma once

#include "core/env/environment.h"

namespace acp {

/// Tasks that a configuration brings along, as formulas (docs/formula-tasks.md). Whoever wants them
/// adds the entry to the registry: the page's first module does without.
EnvironmentEntry formula_entry();

}  // namespace acp
