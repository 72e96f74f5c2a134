#include "support/allocations.h"

#include <string>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/session/config.h"
#include "support/sessions.h"

namespace acp {
namespace {

/// `key=value` for every algorithm that has a warm-up, which is to be short here.
std::string with_short_warmup(const Preset& preset) {
  const std::string config = std::string("preset=") + preset.id;
  const auto parsed = RunConfig::parse(config);
  const std::string id = algorithms()[static_cast<std::size_t>(parsed.run().algorithm)].id;
  const std::string shorter = config + "&" + id + ".warmup_steps=100";
  try {
    RunConfig::parse(shorter);
    return shorter;
  } catch (const ConfigError&) {
    return config;  // it learns from the first step
  }
}

TEST(Allocations, AreCounted) {
  const auto before = allocations();
  {
    const Matrix matrix(3, 5);
    EXPECT_EQ(allocations().made, before.made + 1);
    EXPECT_EQ(allocations().live, before.live + 1);
  }
  EXPECT_EQ(allocations().live, before.live);
}

TEST(Allocations, NoStepAndNoUpdateOfAnyPresetMakesOne) {
  for (const auto& preset : presets()) {
    SCOPED_TRACE(preset.id);
    Session session(with_short_warmup(preset) +
                    "&evaluate_every=0&probe_every=0&diagnostics_every=1000000");
    Listener deaf;
    session.listen(&deaf);
    session.train(150, kForever);
    const auto updates = session.updates();
    const auto before = allocations().made;
    session.train(50, kForever);
    for (int more = 0; session.updates() == updates && more < 100; ++more) {
      session.train(50, kForever);
    }
    EXPECT_GT(session.updates(), updates);
    EXPECT_EQ(allocations().made, before);
  }
}

TEST(Allocations, AMillionStepsTakeNoMoreMemoryThanAThousand) {
  Session session("preset=gridworld-q-learning&evaluate_every=1000");
  const auto go_on = [&](int steps) {
    session.train(steps, kForever);
    session.watch(1);
    session.frame();
    return allocations().live;
  };
  const auto early = go_on(1000);
  for (int i = 0; i < 999; ++i) go_on(1000);
  EXPECT_EQ(session.environment_steps(), 1'000'000);
  EXPECT_EQ(allocations().live, early);
}

}  // namespace
}  // namespace acp
