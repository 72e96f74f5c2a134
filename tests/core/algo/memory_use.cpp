#include "core/algo/memory_use.h"

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/lab/probe.h"
#include "core/session/config.h"
#include "core/session/evaluation.h"
#include "support/allocations.h"

namespace acp {
namespace {

std::string error_of(const std::string& config) {
  try {
    RunConfig::parse(config);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

TEST(MemoryUse, RefusesWhatWouldNotFitWithItsSizeAndWhere) {
  const std::string largest_map =
      "s.......-........-........-........-........-........-........-.......g";
  const std::pair<std::string, std::string> cases[] = {
      {"environment=gridworld&gridworld.map=" + largest_map +
           "&algorithm=sac_discrete&sac_discrete.buffer_size=1000000",
       "sac_discrete.buffer_size: 1000000 transitions of 133 numbers take 532 MB of the 533 MB "
       "that "
       "the run would take; at most 400 MB fit in a browser tab"},
      {"environment=gridworld&gridworld.map=" + largest_map +
           "&algorithm=dqn&dqn.buffer_size=1000000",
       "dqn.buffer_size: 1000000 transitions of 133 numbers take 532 MB"},
      {"sac.batch_size=1024&sac.action_samples=64&sac.hidden_units=512",
       "sac.action_samples: batches of 133120 in 2 layers of 512 units take "},
      {"algorithm=q_actor_critic&q_actor_critic.batch_size=1024&q_actor_critic.hidden_units=512&"
       "q_actor_critic.hidden_layers=4&q_actor_critic.action_samples=60",
       "q_actor_critic.action_samples: batches of "},
      {"algorithm=a2c&a2c.environments=64&a2c.steps=2048&a2c.hidden_units=512",
       "a2c.steps: batches of 262144 in 2 layers of 512 units take "},
      {"environment=bandit&bandit.dimensions=32&sac.buffer_size=1000000&sac.batch_size=1024&"
       "sac.action_samples=64&sac.hidden_units=128",
       "sac.action_samples: batches of 133120 in 2 layers of 128 units take "},
  };
  for (const auto& [config, message] : cases) {
    EXPECT_EQ(error_of(config).rfind(message, 0), 0u) << error_of(config);
  }
}

TEST(MemoryUse, EverythingThatIsOneSettingAwayFromADefaultFits) {
  for (const char* config :
       {"sac.buffer_size=1000000",
        "environment=bandit&bandit.dimensions=32&sac.buffer_size=1000000",
        "environment=acrobot&algorithm=dqn&dqn.buffer_size=1000000", "sac.hidden_units=512",
        "sac.batch_size=1024", "sac.action_samples=64", "algorithm=a2c&a2c.steps=2048",
        "algorithm=reinforce&reinforce.buffer_size=200000", "sac.hidden_layers=4"}) {
    EXPECT_EQ(error_of(config), "") << config;
  }
}

TEST(MemoryUse, ALiveChangeIsCheckedToo) {
  const auto config = RunConfig::parse("sac.batch_size=1024&sac.hidden_units=512");
  EXPECT_THROW(config.with_live_changes("sac.action_samples=64"), ConfigError);
}

constexpr const char* kManyActions =
    "sac.batch_size=128&sac.action_samples=64&sac.hidden_units=512&sac.hidden_layers=4";

TEST(MemoryUse, AProbeOfTheGradientCountsFromWhereItIsAskedFor) {
  const auto config = RunConfig::parse(kManyActions);
  const std::string start = "sac.action_samples: batches of 16640 in 4 layers of 512 units take ";
  EXPECT_EQ(error_of(kManyActions + std::string("&probe_every=1")).rfind(start, 0), 0u);
  EXPECT_THROW(config.with_live_changes("probe_every=1"), ConfigError);
}

TEST(MemoryUse, OfAProbeIsWhatIsAllocated) {
  for (const std::string text : {kManyActions, "sac.hidden_units=64",
                                 "algorithm=q_actor_critic&q_actor_critic.action_samples=16"}) {
    const auto config = RunConfig::parse(text);
    const auto& entry = config.algorithm_entry();
    const TaskShape task =
        task_shape(config.environment_entry().make(config.environment())->info());
    MemoryUse use = entry.memory(config.algorithm(), task);
    const double without = use.bytes();
    use.probe(GradientProbe::kStates);
    const double expected = (use.bytes() - without) * sizeof(Scalar) / sizeof(float);
    const auto algorithm = entry.make(config.algorithm(), task, 1);
    const auto before = allocations().bytes;
    const GradientProbe probe(*algorithm->gradient_problem());
    const auto bytes = static_cast<double>(allocations().bytes - before);
    EXPECT_GT(bytes / expected, 0.7) << text;
    EXPECT_LT(bytes / expected, 1.4) << text;
  }
}

/// What a run says that it would keep, against what its algorithm asks for.
TEST(MemoryUse, IsWhatIsAllocated) {
  for (const char* text : {
           "sac.buffer_size=1000000",
           "environment=bandit&bandit.dimensions=32&sac.batch_size=512&sac.action_samples=32",
           "sac.batch_size=1024&sac.hidden_units=512&sac.hidden_layers=4&sac.buffer_size=1000",
           "algorithm=q_actor_critic&q_actor_critic.batch_size=512&q_actor_critic.buffer_size=1000",
           "environment=cart_pole&algorithm=sac_discrete&sac_discrete.hidden_units=512&"
           "sac_discrete.batch_size=1024&sac_discrete.buffer_size=1000",
           "environment=gridworld&algorithm=dqn&dqn.buffer_size=500000",
           "environment=cart_pole&algorithm=dqn&dqn.hidden_units=512&dqn.batch_size=1024&"
           "dqn.buffer_size=1000",
           "algorithm=dpg&dpg.batch_size=1024&dpg.hidden_units=256&dpg.buffer_size=10000",
           "environment=acrobot&algorithm=a2c&a2c.environments=64&a2c.steps=256",
           "environment=acrobot&algorithm=reinforce&reinforce.buffer_size=200000",
       }) {
    const auto config = RunConfig::parse(text);
    const auto& entry = algorithms()[static_cast<std::size_t>(config.run().algorithm)];
    const auto environment =
        environments()[static_cast<std::size_t>(config.run().environment)].make(
            config.environment());
    const TaskShape task = task_shape(environment->info());
    const double expected =
        entry.memory(config.algorithm(), task).bytes() * sizeof(Scalar) / sizeof(float);
    const auto before = allocations().bytes;
    const auto algorithm = entry.make(config.algorithm(), task, 1);
    const auto bytes = static_cast<double>(allocations().bytes - before);
    EXPECT_GT(bytes / expected, 0.7) << text;
    EXPECT_LT(bytes / expected, 1.4) << text;
  }
}

}  // namespace
}  // namespace acp
