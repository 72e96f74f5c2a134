// Whole runs that must learn, or must not: minutes of training, in a test of their own.
#include <algorithm>
#include <cstdio>

#include <gtest/gtest.h>

#include "support/sessions.h"

namespace acp {

void PrintTo(const Preset& preset, std::ostream* out) { *out << preset.id; }

namespace {

/// The best evaluation, and when the threshold was first met.
struct Curve final : Listener {
  explicit Curve(double at) : threshold(at) {}

  void evaluation(const EvaluationRow& row) override {
    best = std::max(best, row.mean_return);
    if (first == 0 && row.mean_return >= threshold) first = row.environment_steps;
  }

  double threshold;
  double best = -1e30;
  std::int64_t first = 0;  ///< 0: never
};

/// Whether one seed of a preset reaches the threshold; trained no further than that takes.
bool reaches(const Preset& preset, int seed) {
  Session session("preset=" + std::string(preset.id) + "&seed=" + std::to_string(seed));
  Curve curve(preset.threshold);
  session.listen(&curve);
  while (session.environment_steps() < preset.steps && curve.first == 0) {
    if (session.train(std::min(1000, preset.steps), kForever) == 0) {
      ADD_FAILURE() << "seed " << seed << ": " << session.status();
      break;
    }
  }
  std::printf("measured: %s, seed %d: first at or above %g after %lld of %d steps, best %.4g\n",
              preset.id, seed, preset.threshold, static_cast<long long>(curve.first), preset.steps,
              curve.best);
  return curve.first > 0;
}

class Learning : public testing::TestWithParam<Preset> {};

TEST_P(Learning, KeepsThePromiseOfThePresetInTheMedianOfThreeSeeds) {
  int reached = 0, missed = 0;
  for (int seed = 1; reached < 2 && missed < 2; ++seed) {
    ++(reaches(GetParam(), seed) ? reached : missed);
  }
  EXPECT_EQ(reached == 2, GetParam().learns);
}

INSTANTIATE_TEST_SUITE_P(Presets, Learning, testing::ValuesIn(presets()),
                         [](const auto& parameter) {
                           std::string name = parameter.param.id;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace acp
