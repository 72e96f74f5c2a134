#include "core/memory/rollout.h"

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr int kObservation = 3, kAction = 2, kEnvironments = 3, kSteps = 4;

Rollout make() { return {kObservation, kAction, kEnvironments, kSteps}; }

/// A transition all of whose numbers tell its index.
void add(Rollout& rollout, int index) {
  const auto x = static_cast<Scalar>(index);
  const std::array<Scalar, kObservation> before{x, x + Scalar(0.25), x + Scalar(0.5)};
  const std::array<Scalar, kAction> action{-x, x / 2};
  const std::array<Scalar, kObservation> after{x + 1, x + 2, x + 3};
  rollout.add({before, action, 10 * x, after, index % 3 == 0, index % 4 == 0});
}

void expect_step(const Rollout& rollout, int column, int index) {
  const auto x = static_cast<Scalar>(index);
  const auto row = static_cast<std::size_t>(column);
  for (int i = 0; i < kObservation; ++i) {
    EXPECT_EQ(rollout.observation()(i, column), x + Scalar(0.25) * static_cast<Scalar>(i));
    EXPECT_EQ(rollout.next_observation()(i, column), x + static_cast<Scalar>(i + 1));
  }
  EXPECT_EQ(rollout.action()(0, column), -x);
  EXPECT_EQ(rollout.action()(1, column), x / 2);
  EXPECT_EQ(rollout.reward()[row], 10 * x);
  EXPECT_EQ(rollout.terminated()[row], index % 3 == 0 ? 1 : 0);
  EXPECT_EQ(rollout.truncated()[row], index % 4 == 0 ? 1 : 0);
}

TEST(Rollout, KeepsTheStepsOfEachEnvironmentTogether) {
  Rollout rollout = make();
  for (int start : {0, 100}) {  // what was there before the clearing does not matter
    for (int i = 0; i < kEnvironments * kSteps; ++i) {
      EXPECT_EQ(rollout.size(), i);
      EXPECT_FALSE(rollout.full());
      add(rollout, start + i);
    }
    EXPECT_TRUE(rollout.full());
    for (int e = 0; e < kEnvironments; ++e) {
      for (int t = 0; t < kSteps; ++t) {
        expect_step(rollout, e * kSteps + t, start + t * kEnvironments + e);
      }
    }
    rollout.clear();
  }
}

TEST(Rollout, KeepsPaddingAtZero) {
  Rollout rollout = make();
  for (int i = 0; i < kEnvironments * kSteps; ++i) add(rollout, i + 1);
  EXPECT_TRUE(padding_is_zero(rollout.observation()));
  EXPECT_TRUE(padding_is_zero(rollout.action()));
  EXPECT_TRUE(padding_is_zero(rollout.next_observation()));
}

std::vector<std::uint8_t> bytes_of(Rollout& rollout) {
  Writer writer;
  writer(rollout);
  return writer.take();
}

TEST(Rollout, ResumesFromAnArchive) {
  for (const int count : {0, 1, 5, 11}) {
    Rollout rollout = make(), copy = make();
    for (int i = 0; i < count; ++i) add(rollout, i);
    for (int i = 0; i < 7; ++i) add(copy, 50 + i);
    const auto bytes = bytes_of(rollout);
    Reader reader(bytes);
    reader(copy);
    reader.expect_end();
    for (auto* each : {&rollout, &copy}) add(*each, count);
    EXPECT_EQ(copy.size(), rollout.size());
    EXPECT_EQ(bytes_of(copy), bytes_of(rollout));
    for (int i = 0; i <= count; ++i) {
      expect_step(copy, i % kEnvironments * kSteps + i / kEnvironments, i);
    }
  }
}

TEST(Rollout, RefusesSizesThatCannotBe) {
  for (int size : {-1, kEnvironments * kSteps + 1}) {
    Writer writer;
    writer(size);
    const auto forged = writer.take();
    Reader reader(forged);
    Rollout rollout = make();
    EXPECT_THROW(reader(rollout), std::invalid_argument) << size;
  }
}

}  // namespace
}  // namespace acp
