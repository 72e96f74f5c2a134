#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/session/config.h"

namespace acp {
namespace {

TEST(Presets, AreDistinctValidAndSayWhatTheyTeach) {
  std::set<std::string> ids, configurations;
  for (const auto& preset : presets()) {
    EXPECT_TRUE(ids.insert(preset.id).second) << preset.id;
    for (const char* text : {preset.title, preset.teaches}) EXPECT_STRNE(text, "");
    const auto config = RunConfig::parse(std::string("preset=") + preset.id);
    EXPECT_EQ(config.print(), RunConfig::parse(preset.config).print());
    EXPECT_TRUE(configurations.insert(config.print()).second) << preset.id;
  }
}

TEST(Presets, ComeFirstWhereverTheyStand) {
  const auto first = RunConfig::parse("preset=pendulum-sac-leave-one-out&sac.action_samples=4");
  const auto last = RunConfig::parse("sac.action_samples=4&preset=pendulum-sac-leave-one-out");
  EXPECT_EQ(first.print(), last.print());
  EXPECT_NE(first.print().find("sac.action_samples=4"), std::string::npos);
  EXPECT_NE(first.print().find("sac.baseline=leave_one_out"), std::string::npos);
}

TEST(Presets, UnknownOnesAreRefusedWithTheList) {
  try {
    RunConfig::parse("preset=pendulum");
    ADD_FAILURE();
  } catch (const ConfigError& error) {
    std::string expected = "preset: \"pendulum\" is not one of ";
    for (const auto& preset : presets()) {
      expected += (&preset == &presets().front() ? "" : ", ") + std::string(preset.id);
    }
    EXPECT_EQ(error.what(), expected);
  }
}

}  // namespace
}  // namespace acp
