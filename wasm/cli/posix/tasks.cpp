#include "cli/tasks.h"

namespace acp::cli {

void add_tasks() {}
const char* more_tasks() { return "Robots run in Node: npx actor-critic-playground\n"; }

}  // namespace acp::cli
