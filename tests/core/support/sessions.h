#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/archive.h"
#include "core/session/session.h"
#include "support/forever.h"

namespace acp {

/// A run that is small and quick, with further pairs.
inline Session quick_session(const std::string& pairs = "") {
  return Session(
      "sac.batch_size=16&sac.hidden_units=8&sac.buffer_size=300&sac.warmup_steps=50&"
      "evaluate_every=100&diagnostics_every=50&" +
      pairs);
}

/// The digest after some steps of a quick session.
inline std::string digest_after(int steps, const std::string& pairs = "") {
  Session session = quick_session(pairs);
  session.train(steps, kForever);
  return session.digest();
}

/// The bytes of a changed checkpoint with a checksum that fits, as one who wants to do harm would
/// write them.
inline std::vector<std::uint8_t> resealed(const std::vector<std::uint8_t>& bytes) {
  const auto sum = static_cast<std::ptrdiff_t>(std::min(bytes.size(), sizeof(std::uint64_t)));
  return sealed(std::vector<std::uint8_t>(bytes.begin(), bytes.end() - sum));
}

/// A session whose temperature has become NaN, by way of its checkpoint.
inline Session poisoned(const std::string& pairs = "") {
  const double temperature = 0.4375, nan = NAN;
  Session session = quick_session("sac.tune_temperature=false&sac.temperature=0.4375&" + pairs);
  session.train(100, kForever);
  auto bytes = session.save();
  int found = 0;
  for (std::size_t i = 0; i + sizeof temperature <= bytes.size(); ++i) {
    if (std::memcmp(bytes.data() + i, &temperature, sizeof temperature) != 0) continue;
    std::memcpy(bytes.data() + i, &nan, sizeof nan);
    ++found;
  }
  EXPECT_GE(found, 1);
  return Session::from_checkpoint(resealed(bytes));
}

}  // namespace acp
