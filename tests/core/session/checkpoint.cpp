// A checkpoint holds everything; bytes that are not one are refused.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/base/archive.h"
#include "core/base/random.h"
#include "support/environments.h"
#include "support/frames.h"
#include "support/sessions.h"

namespace acp {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Without the wall-clock seconds, which are the one thing that differs between two equal runs.
std::vector<float> status_of(Session& session) {
  auto values = read_frame(session.frame()).at(FramePacker::kStatus).values;
  values.erase(values.begin() + kStatusSeconds);
  for (float& x : values) x = std::isnan(x) ? -1 : x;
  return values;
}

TEST(Checkpoint, ResumedEqualsUninterrupted) {
  for (const char* pairs : {"", "sac.estimator=score_function&sac.baseline=value",
                            "sac.critics=1&sac.tune_temperature=false"}) {
    for (const int at : {0, 10, 49, 50, 199, 200, 333, 420}) {
      Session uninterrupted = quick_session(pairs), first = quick_session(pairs);
      first.train(at, kForever);
      first.watch(7);
      Session resumed = Session::from_checkpoint(first.save());
      EXPECT_EQ(resumed.digest(), first.digest());
      EXPECT_EQ(resumed.config(), first.config());
      EXPECT_EQ(resumed.environment_steps(), at);
      EXPECT_EQ(resumed.save(), first.save());
      EXPECT_EQ(status_of(resumed), status_of(first));
      resumed.train(150, kForever);
      uninterrupted.train(at, kForever);
      uninterrupted.watch(7);
      uninterrupted.train(150, kForever);
      EXPECT_EQ(resumed.digest(), uninterrupted.digest()) << pairs << " at " << at;
      EXPECT_EQ(status_of(resumed), status_of(uninterrupted));
      for (auto* each : {&resumed, &uninterrupted}) each->watch(1);
      EXPECT_EQ(read_frame(resumed.frame()).at(FramePacker::kDraw).values,
                read_frame(uninterrupted.frame()).at(FramePacker::kDraw).values);
    }
  }
}

/// A small and quick configuration, of those parameters that the algorithm has.
std::string small_text(const std::string& environment, const std::string& algorithm) {
  std::string text = "environment=" + environment + "&algorithm=" + algorithm;
  for (const char* pair : {"batch_size=8", "hidden_units=8", "buffer_size=200", "warmup_steps=20",
                           "environments=3", "episodes_per_update=2"}) {
    try {
      const std::string longer = text + "&" + algorithm + "." + pair;
      RunConfig::parse(longer);
      text = longer;
    } catch (const ConfigError&) {
    }
  }
  return text;
}

TEST(Checkpoint, ResumedEqualsUninterruptedWhateverRuns) {
  int pairs = 0;
  for (const auto& place : own_environments) {
    for (const auto& entry : algorithms()) {
      const auto task = place.make(*place.make_config());
      if (!entry.accepts(task_shape(task->info())).empty()) continue;
      const std::string config = small_text(place.id, entry.id);
      Session uninterrupted(config), first(config);
      first.train(123, kForever);
      Session resumed = Session::from_checkpoint(first.save());
      resumed.train(150, kForever);
      uninterrupted.train(273, kForever);
      EXPECT_EQ(resumed.digest(), uninterrupted.digest()) << config;
      EXPECT_EQ(status_of(resumed), status_of(uninterrupted)) << config;
      EXPECT_NE(resumed.digest(), Session(config).digest()) << config;
      ++pairs;
    }
  }
  EXPECT_GE(pairs, 20);
}

TEST(Checkpoint, KeepsTunedParameters) {
  Session session = quick_session();
  session.train(100, kForever);
  session.tune("sac.gamma=0.9&sac.updates_per_iteration=2");
  Session resumed = Session::from_checkpoint(session.save());
  for (auto* each : {&session, &resumed}) each->train(50, kForever);
  EXPECT_EQ(resumed.digest(), session.digest());
  EXPECT_EQ(resumed.updates(), session.updates());
}

Bytes example() {
  Session session = quick_session();
  session.train(120, kForever);
  session.watch(3);
  return session.save();
}

/// Loads `bytes`; where they make a session, uses it in every way. What follows from numbers that
/// nobody could have written is not the point: it must not crash, hang or read out of bounds.
bool loads(const Bytes& bytes) {
  try {
    Session session = Session::from_checkpoint(bytes);
    session.train(70, 1000);
    session.watch(3);
    session.kick(0.5);
    session.frame();
    session.digest();
    session.save();
    return true;
  } catch (const std::exception& error) {
    EXPECT_STRNE(error.what(), "");
    return false;
  }
}

TEST(Checkpoint, EveryTruncationIsRefused) {
  const Bytes whole = example();
  ASSERT_TRUE(loads(whole));
  Rng rng(1, Stream::evaluation);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::span bytes(whole.data(), size);
    EXPECT_THROW(Session::from_checkpoint(bytes), std::invalid_argument) << size;
  }
  for (std::size_t i = 0; i < 600; ++i) {
    const auto size = i < 300 ? i : rng.index(static_cast<std::uint32_t>(whole.size()));
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(loads(resealed(cut)));
  }
}

TEST(Checkpoint, BytesAfterTheEndAreRefused) {
  Bytes bytes = example();
  bytes.push_back(0);
  EXPECT_FALSE(loads(bytes));
  bytes.push_back(0);
  EXPECT_FALSE(loads(sealed(bytes)));
}

TEST(Checkpoint, EveryChangedByteIsNoticed) {
  const Bytes whole = example();
  Rng rng(4, Stream::evaluation);
  for (int i = 0; i < 500; ++i) {
    Bytes bytes = whole;
    bytes[rng.index(static_cast<std::uint32_t>(bytes.size()))] ^=
        static_cast<std::uint8_t>(1U << rng.index(8));
    EXPECT_THROW(Session::from_checkpoint(bytes), std::invalid_argument);
  }
}

TEST(Checkpoint, SaysWhatIsWrongWithItsHeader) {
  const auto error_with = [](std::size_t at, std::uint8_t byte) -> std::string {
    Bytes bytes = example();
    bytes[at] = byte;
    try {
      Session::from_checkpoint(resealed(bytes));
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
  EXPECT_EQ(error_with(0, 'X'), "checkpoint: this is not a checkpoint of the playground");
  EXPECT_EQ(error_with(4, 99), "checkpoint: version 99 is not the version 5 that this build reads");
  EXPECT_EQ(error_with(8, 2), "checkpoint: written with another precision");
  EXPECT_NE(error_with(20, '#'), "");  // within the configuration
}

TEST(Checkpoint, ArbitraryBytesAreRefused) {
  EXPECT_FALSE(loads({}));
  Rng rng(2, Stream::evaluation);
  const Bytes whole = example();
  for (int i = 0; i < 300; ++i) {
    Bytes bytes(rng.index(2000));
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(rng.index(256));
    if (i % 2 == 0)
      std::copy_n(whole.begin(), std::min<std::size_t>(12, bytes.size()), bytes.begin());
    EXPECT_FALSE(loads(bytes));
    EXPECT_FALSE(loads(resealed(bytes)));
  }
}

TEST(Checkpoint, CorruptionIsRefusedOrHarmless) {
  const Bytes whole = example();
  Rng rng(3, Stream::evaluation);
  for (int i = 0; i < 1000; ++i) {
    Bytes bytes = whole;
    const auto flips = 1 + rng.index(8);
    // Half of the flips in the first kilobyte, where the counts are.
    const auto limit = static_cast<std::uint32_t>(i % 2 == 0 ? 1000 : bytes.size());
    for (std::uint32_t k = 0; k < flips; ++k) {
      bytes[rng.index(limit)] = static_cast<std::uint8_t>(rng.index(256));
    }
    loads(resealed(bytes));
  }
}

TEST(Checkpoint, ExtremeNumbersAnywhereAreRefusedOrHarmless) {
  const Bytes whole = example();
  const auto write_everywhere = [&](auto number) {
    for (std::size_t at = 12; at < 600; ++at) {
      Bytes bytes = whole;
      std::memcpy(bytes.data() + at, &number, sizeof number);
      loads(resealed(bytes));
    }
  };
  write_everywhere(std::numeric_limits<std::int32_t>::max());
  write_everywhere(std::numeric_limits<std::int64_t>::max());
  write_everywhere(std::numeric_limits<double>::quiet_NaN());
  write_everywhere(1e300);
}

TEST(Checkpoint, AFailedLoadLeavesTheSessionAsItWas) {
  Session session = quick_session();
  session.train(120, kForever);
  Bytes bytes = session.save();
  bytes.resize(bytes.size() / 2);
  EXPECT_THROW(session = Session::from_checkpoint(bytes), std::invalid_argument);
  EXPECT_EQ(session.digest(), digest_after(120));
  session.train(30, kForever);
  EXPECT_EQ(session.digest(), digest_after(150));
}

}  // namespace
}  // namespace acp
