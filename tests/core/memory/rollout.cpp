#include "core/memory/rollout.h"

#include <cmath>
#include <cstring>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/matrices.h"

namespace acp {
namespace {

constexpr int kObserved = 3, kActed = 2, kEnvironments = 3, kSteps = 4;

Rollout make() { return {kObserved, kActed, kEnvironments, kSteps}; }

/// A transition all of whose numbers tell its index.
void add(Rollout& rollout, int index) {
  const auto x = static_cast<Scalar>(index);
  const std::array<Scalar, kObserved> before{x, x + Scalar(0.25), x + Scalar(0.5)};
  const std::array<Scalar, kActed> action{-x, x / 2};
  const std::array<Scalar, kObserved> after{x + 1, x + 2, x + 3};
  rollout.add({before, action, 10 * x, after, index % 3 == 0, index % 4 == 0});
}

void expect_step(const Rollout& rollout, int column, int index) {
  const auto x = static_cast<Scalar>(index);
  const auto row = static_cast<std::size_t>(column);
  for (int i = 0; i < kObserved; ++i) {
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
  writer(named("rollout", rollout, kFinite));
  return writer.take();
}

TEST(Rollout, ResumesFromAnArchive) {
  for (const int count : {0, 1, 5, 11}) {
    Rollout rollout = make(), copy = make();
    for (int i = 0; i < count; ++i) add(rollout, i);
    for (int i = 0; i < 7; ++i) add(copy, 50 + i);
    const auto bytes = bytes_of(rollout);
    Reader reader(bytes);
    reader(named("rollout", copy, kFinite));
    reader.expect_end();
    for (auto* each : {&rollout, &copy}) add(*each, count);
    EXPECT_EQ(copy.size(), rollout.size());
    EXPECT_EQ(bytes_of(copy), bytes_of(rollout));
    for (int i = 0; i <= count; ++i) {
      expect_step(copy, i % kEnvironments * kSteps + i / kEnvironments, i);
    }
  }
}

/// Why a rollout of actions 0, 1 and 2 refuses the bytes.
std::string complaint_about(const std::vector<std::uint8_t>& bytes) {
  Reader reader(bytes);
  Rollout rollout = make();
  try {
    reader(named("rollout", rollout, index_below(3)));
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(Rollout, RefusesSizesThatCannotBe) {
  // A full one would take no further step.
  for (int size : {-1, kEnvironments * kSteps, kEnvironments * kSteps + 1}) {
    Writer writer;
    writer(checked("size", size, kFinite));
    EXPECT_EQ(complaint_about(writer.take()),
              "checkpoint: rollout.size: " + std::to_string(size) + " is not one of 0..11");
  }
}

TEST(Rollout, RefusesWhatIsNoStep) {
  for (const auto& [name, at, number] : {std::tuple{"action", 3, -1.0},
                                         {"action", 4, 3.0},
                                         {"action", 3, 0.5},
                                         {"action", 3, NAN}}) {
    Rollout rollout = make();
    add(rollout, 0);
    Writer writer;
    writer(named("rollout", rollout, kFinite));
    auto bytes = writer.take();
    const auto scalar = static_cast<Scalar>(number);
    std::memcpy(bytes.data() + sizeof(int) + static_cast<std::size_t>(at) * sizeof(Scalar), &scalar,
                sizeof scalar);
    const std::string complaint = complaint_about(bytes);
    EXPECT_EQ(complaint.rfind("checkpoint: rollout." + std::string(name) + ": ", 0), 0)
        << complaint;
    EXPECT_NE(complaint.find(" is not one of 0..2"), std::string::npos) << complaint;
  }
  for (const std::size_t behind : {1, 2}) {
    Rollout rollout = make();
    add(rollout, 0);
    auto bytes = bytes_of(rollout);
    bytes[bytes.size() - behind] = 2;
    EXPECT_EQ(complaint_about(bytes), std::string("checkpoint: rollout.") +
                                          (behind == 1 ? "truncated" : "terminated") +
                                          ": 2 is not one of 0..1");
  }
}

}  // namespace
}  // namespace acp
