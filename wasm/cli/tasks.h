#pragma once

/// Tasks beyond those of the core.
namespace acp::cli {

/// Adds the tasks and presets that the machine has.
void add_tasks();
/// Where there are more, as a line for who has asked for an unknown one; "" where nowhere.
const char* more_tasks();

}  // namespace acp::cli
