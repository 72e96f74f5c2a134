// What TD(n) learns on a random walk.
#include "cli/probe_operations.h"
#include "core/exact/random_walk.h"

namespace acp::cli {

Json probe_random_walk(Fields& fields) {
  RandomWalkConfig config;
  config.n = fields.count("n", 1, 1024);
  config.step_size = fields.number("step_size", 0, 1);
  config.states = fields.count("states", 1, 99);
  if (config.states % 2 == 0) fields.refuse("states", "is even, and the walk begins in the middle");
  config.episodes = fields.count("episodes", 1, 1000);
  config.runs = fields.count("runs", 2, 100'000);
  config.seed = fields.count("seed", 0, 2147483647);
  const LearningError error = learn_random_walk(config);
  return {{"rms", error.rms}, {"standard_error", error.standard_error}};
}

}  // namespace acp::cli
