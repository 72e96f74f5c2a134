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
    last = row.mean_return;
    if (best < last) best = last;
    if (first == 0 && last >= threshold) first = row.environment_steps;
  }

  double threshold;
  double best = -1e30;
  double last = -1e30;
  std::int64_t first = 0;  ///< 0: never
};

class Learning : public testing::TestWithParam<Preset> {};

TEST_P(Learning, KeepsThePromiseOfThePreset) {
  const Preset& preset = GetParam();
  Session session("preset=" + std::string(preset.id) + "&seed=1");
  Curve curve(preset.threshold);
  session.listen(&curve);
  while (session.environment_steps() < preset.steps && !(preset.learns && curve.first > 0)) {
    ASSERT_GT(session.train(std::min(1000, preset.steps), kForever), 0) << session.status();
  }
  std::printf("measured: %s, seed 1: first at or above %g after %lld of %d steps, best %.4g\n",
              preset.id, preset.threshold, static_cast<long long>(curve.first), preset.steps,
              curve.best);
  EXPECT_EQ(curve.first > 0, preset.learns);
}

INSTANTIATE_TEST_SUITE_P(Presets, Learning, testing::ValuesIn(presets()),
                         [](const auto& parameter) {
                           std::string name = parameter.param.id;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace acp
