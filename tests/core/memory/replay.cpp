#include "core/memory/replay.h"

#include <cmath>
#include <cstring>
#include <set>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "support/matrices.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr int kObservation = 3, kAction = 2;

/// A transition all of whose numbers tell its index.
void add(ReplayBuffer& buffer, int index) {
  const auto x = static_cast<Scalar>(index);
  const std::array<Scalar, kObservation> before{x, x + Scalar(0.25), x + Scalar(0.5)};
  const std::array<Scalar, kAction> action{-x, x / 2};
  const std::array<Scalar, kObservation> after{x + 1, x + 2, x + 3};
  buffer.add({before, action, 10 * x, after, index % 3 == 0});
}

/// The index of a sampled transition, having checked all of its numbers.
int index_of(const Batch& batch, int j) {
  const Scalar x = batch.observation(0, j);
  EXPECT_EQ(batch.observation(1, j), x + Scalar(0.25));
  EXPECT_EQ(batch.observation(2, j), x + Scalar(0.5));
  EXPECT_EQ(batch.action(0, j), -x);
  EXPECT_EQ(batch.action(1, j), x / 2);
  for (int i = 0; i < kObservation; ++i) {
    EXPECT_EQ(batch.next_observation(i, j), x + static_cast<Scalar>(i + 1));
  }
  const auto index = static_cast<int>(x);
  EXPECT_EQ(batch.reward[static_cast<std::size_t>(j)], 10 * x);
  EXPECT_EQ(batch.discount_mask[static_cast<std::size_t>(j)], index % 3 == 0 ? 0 : 1);
  return index;
}

std::set<int> indices_in(const ReplayBuffer& buffer, int recent = 1000) {
  Rng rng(1, Stream::replay);
  Batch batch(kObservation, kAction, 500);
  buffer.sample(rng, batch, recent);
  std::set<int> indices;
  for (int j = 0; j < batch.size(); ++j) indices.insert(index_of(batch, j));
  return indices;
}

TEST(ReplayBuffer, KeepsTheLastTransitions) {
  ReplayBuffer buffer(kObservation, kAction, 10);
  std::set<int> expected;
  for (int i = 0; i < 37; ++i) {
    add(buffer, i);
    expected.insert(i);
    if (expected.size() > 10) expected.erase(expected.begin());
    EXPECT_EQ(buffer.size(), static_cast<int>(expected.size()));
    EXPECT_EQ(indices_in(buffer), expected) << "after " << i;
  }
}

TEST(ReplayBuffer, SamplesOnlyTheLatestIfAsked) {
  ReplayBuffer buffer(kObservation, kAction, 10);
  for (int i = 0; i < 37; ++i) {
    add(buffer, i);
    std::set<int> expected;
    for (int j = std::max(0, i - 3); j <= i; ++j) expected.insert(j);
    EXPECT_EQ(indices_in(buffer, 4), expected) << "after " << i;
  }
}

TEST(ReplayBuffer, SamplesUniformly) {
  ReplayBuffer buffer(kObservation, kAction, 50);
  for (int i = 0; i < 50; ++i) add(buffer, i);
  Rng rng(2, Stream::replay);
  Batch batch(kObservation, kAction, 1000);
  std::vector<int> counts(50);
  for (int repeat = 0; repeat < 100; ++repeat) {
    buffer.sample(rng, batch, 1000);
    for (int j = 0; j < batch.size(); ++j) {
      ++counts[static_cast<std::size_t>(batch.observation(0, j))];
    }
  }
  EXPECT_LT(std::abs(z_of_uniform_counts(counts)), kLargestZ);
}

TEST(ReplayBuffer, KeepsPaddingOfBatchesAtZero) {
  ReplayBuffer buffer(kObservation, kAction, 4);
  for (int i = 1; i < 4; ++i) add(buffer, i);
  Rng rng(3, Stream::replay);
  Batch batch(kObservation, kAction, 16);
  buffer.sample(rng, batch, 1000);
  EXPECT_TRUE(padding_is_zero(batch.observation));
  EXPECT_TRUE(padding_is_zero(batch.action));
  EXPECT_TRUE(padding_is_zero(batch.next_observation));
}

/// A buffer of `count` transitions, of which those before `first` are of iteration 0, and each
/// later iteration has `each`.
ReplayBuffer with_iterations(int capacity, int count, int first, int each, std::int64_t start = 0) {
  ReplayBuffer buffer(1, 1, capacity);
  const std::array<Scalar, 1> x{0};
  for (int i = 0; i < count; ++i) {
    const int iteration = i < first ? 0 : 1 + (i - first) / each;
    buffer.add({x, x, 0, x, false}, {start + iteration, static_cast<Scalar>(-iteration)});
  }
  return buffer;
}

using Ranges = std::vector<std::tuple<std::int64_t, std::int64_t, int>>;
Ranges ranges_of(const ReplayBuffer& buffer, std::int64_t now, int recent, int most) {
  Ranges ranges;
  for (const auto& [first, last, transitions] : buffer.iterations(now, recent, most)) {
    ranges.emplace_back(first, last, transitions);
  }
  return ranges;
}

TEST(Iterations, AreCountedInEqualRanges) {
  const ReplayBuffer buffer = with_iterations(100, 40, 10, 5);  // 0, and 1 to 6
  EXPECT_EQ(ranges_of(buffer, 6, 100, 7),
            (Ranges{{0, 0, 10}, {1, 1, 5}, {2, 2, 5}, {3, 3, 5}, {4, 4, 5}, {5, 5, 5}, {6, 6, 5}}));
  EXPECT_EQ(ranges_of(buffer, 6, 100, 3), (Ranges{{0, 2, 20}, {3, 5, 15}, {6, 6, 5}}));
  EXPECT_EQ(ranges_of(buffer, 7, 100, 1), (Ranges{{0, 7, 40}}));
  EXPECT_EQ(ranges_of(buffer, 7, 12, 10), (Ranges{{4, 4, 2}, {5, 5, 5}, {6, 6, 5}, {7, 7, 0}}));
  EXPECT_EQ(ranges_of(ReplayBuffer(1, 1, 5), 0, 100, 3), Ranges{});
}

TEST(Iterations, FollowTheRingAround) {
  for (int count = 1; count < 60; ++count) {
    const ReplayBuffer buffer = with_iterations(12, count, 4, 3);
    const std::int64_t now = count <= 4 ? 0 : 1 + (count - 5) / 3;
    int all = 0;
    for (const auto& [first, last, transitions] : ranges_of(buffer, now, 100, 100)) {
      EXPECT_EQ(first, last);
      int expected = 0;
      for (int i = std::max(0, count - 12); i < count; ++i) {
        expected += (i < 4 ? 0 : 1 + (i - 4) / 3) == first ? 1 : 0;
      }
      EXPECT_EQ(transitions, expected) << first << " of " << count;
      all += transitions;
    }
    EXPECT_EQ(all, std::min(count, 12));
  }
}

TEST(Iterations, AreCountedFurtherThanTheirNumbersGo) {
  constexpr std::int64_t kStart = (std::int64_t{1} << 24) * 5 - 2;
  const ReplayBuffer buffer = with_iterations(20, 17, 2, 5, kStart);
  EXPECT_EQ(ranges_of(buffer, kStart + 3, 100, 4), (Ranges{{kStart, kStart, 2},
                                                           {kStart + 1, kStart + 1, 5},
                                                           {kStart + 2, kStart + 2, 5},
                                                           {kStart + 3, kStart + 3, 5}}));
}

TEST(Iterations, LeadToThePresentOneFromNoneBeforeTheFirst) {
  EXPECT_TRUE(with_iterations(20, 17, 2, 5).leads_to(3));
  EXPECT_TRUE(with_iterations(20, 17, 2, 5).leads_to(4));
  EXPECT_FALSE(with_iterations(20, 17, 2, 5).leads_to(5));
  EXPECT_FALSE(with_iterations(20, 1, 2, 5, (std::int64_t{1} << 24) - 1).leads_to(0));
}

TEST(Iterations, BringTheirDensitiesIntoTheBatch) {
  const ReplayBuffer buffer = with_iterations(12, 40, 4, 3);
  Rng rng(4, Stream::replay);
  Batch batch(1, 1, 500);
  buffer.sample(rng, batch, 1000);
  const std::set<Scalar> found(batch.log_density.begin(), batch.log_density.end());
  EXPECT_EQ(found, (std::set<Scalar>{-12, -11, -10, -9}));
}

std::vector<std::uint8_t> bytes_of(ReplayBuffer& buffer) {
  Writer writer;
  writer(named("replay", buffer, kFinite));
  return writer.take();
}

TEST(ReplayBuffer, ResumesFromAnArchive) {
  for (const int count : {0, 4, 10, 23}) {
    ReplayBuffer buffer(kObservation, kAction, 10), copy(kObservation, kAction, 10);
    for (int i = 0; i < count; ++i) add(buffer, i);
    const auto bytes = bytes_of(buffer);
    Reader reader(bytes);
    reader(named("replay", copy, kFinite));
    reader.expect_end();
    for (auto* each : {&buffer, &copy}) add(*each, count);
    EXPECT_EQ(copy.size(), buffer.size());
    EXPECT_EQ(indices_in(copy), indices_in(buffer));
    EXPECT_EQ(bytes_of(copy), bytes_of(buffer));
  }
}

/// Why a healthy run with 10 places and the actions 0 and 1 refuses the bytes.
std::string complaint_about(const std::vector<std::uint8_t>& bytes) {
  Reader reader(bytes);
  ReplayBuffer buffer(kObservation, kAction, 10);
  try {
    reader(named("replay", buffer, index_below(2)));
    reader.expect_healthy();
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(ReplayBuffer, RefusesCountsThatCannotBe) {
  ReplayBuffer large(kObservation, kAction, 20);
  for (int i = 0; i < 15; ++i) add(large, i);
  EXPECT_EQ(complaint_about(bytes_of(large)), "checkpoint: replay.size: 15 is not one of 0..10");
  const auto complaint_about_counts = [](int size, int next) {
    Writer writer;
    writer(checked("size", size, kFinite), checked("next", next, kFinite));
    return complaint_about(writer.take());
  };
  EXPECT_EQ(complaint_about_counts(-1, 0), "checkpoint: replay.size: -1 is not one of 0..10");
  EXPECT_EQ(complaint_about_counts(11, 0), "checkpoint: replay.size: 11 is not one of 0..10");
  EXPECT_EQ(complaint_about_counts(3, -1), "checkpoint: replay.next: -1 is not one of 0..9");
  EXPECT_EQ(complaint_about_counts(10, 10), "checkpoint: replay.next: 10 is not one of 0..9");
  EXPECT_EQ(complaint_about_counts(3, 2),
            "checkpoint: replay.next: not behind the last transition");
}

TEST(ReplayBuffer, RefusesWhatIsNoTransition) {
  ReplayBuffer buffer(kObservation, kAction, 10);
  add(buffer, 0);
  const auto bytes = bytes_of(buffer);
  const auto complaint_with = [&](int at, double number) {
    auto forged = bytes;
    const auto scalar = static_cast<Scalar>(number);
    std::memcpy(forged.data() + 2 * sizeof(int) + static_cast<std::size_t>(at) * sizeof scalar,
                &scalar, sizeof scalar);
    return complaint_about(forged);
  };
  EXPECT_EQ(complaint_with(3, 0), "");
  for (const int action : {3, 4}) {
    EXPECT_EQ(complaint_with(action, 40000), "checkpoint: replay.action: 40000 is not one of 0..1");
    EXPECT_EQ(complaint_with(action, -1), "checkpoint: replay.action: -1 is not one of 0..1");
    EXPECT_EQ(complaint_with(action, 0.5), "checkpoint: replay.action: 0.5 is not one of 0..1");
    EXPECT_EQ(complaint_with(action, NAN), "checkpoint: replay.action: nan is not one of 0..1");
  }
  EXPECT_EQ(complaint_with(9, 0.5), "checkpoint: replay.discount_mask: 0.5 is not one of 0..1");
  EXPECT_EQ(complaint_with(10, -1), "checkpoint: replay.iteration: -1 is not one of 0..16777215");
  for (const auto& [name, at] :
       {std::pair{"observation", 0}, {"next_observation", 5}, {"reward", 8}, {"log_density", 11}}) {
    EXPECT_EQ(complaint_with(at, INFINITY),
              "checkpoint: replay." + std::string(name) + ": infinity is not a finite number");
  }
}

TEST(ReplayBuffer, RefusesIterationsThatDoNotFollowOneAnother) {
  for (const int count : {7, 23}) {  // before and after the ring has closed
    ReplayBuffer buffer = with_iterations(10, count, 2, 2), copy(1, 1, 10);
    auto bytes = bytes_of(buffer);
    Reader sound(bytes);
    sound(named("replay", copy, kFinite));
    const auto number = static_cast<Scalar>(1000);
    constexpr std::size_t kRow = 7, kThird = 2;
    std::memcpy(bytes.data() + 2 * sizeof(int) + (kThird * kRow + 5) * sizeof number, &number,
                sizeof number);
    Reader forged(bytes);
    EXPECT_THROW(forged(named("replay", copy, kFinite)), std::invalid_argument) << count;
  }
}

}  // namespace
}  // namespace acp
