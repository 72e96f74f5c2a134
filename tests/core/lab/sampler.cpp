#include "core/lab/sampler.h"

#include <cmath>

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(Sampler, HasTheRoomItTakesCheckedBefore) {
  constexpr std::size_t kMany = 4096;  // dimensions or choices of a task from outside
  const std::vector<LabState> batch(256);
  const auto refusal = [&](PolicyHead policy, std::size_t size, const std::string& estimator) {
    LabSubject subject;
    subject.policy = policy;
    subject.phi.resize(size);
    std::vector<std::string> errors;
    const auto config = MeasurementConfig::parse("space=theta&estimator=" + estimator, errors);
    return check(config, subject, batch);
  };
  const auto gaussian = PolicyHead::tanh_gaussian, categorical = PolicyHead::categorical;
  const std::string start = "samples: 4096 would take ";
  const double bytes = 1048576.0 * kMany * sizeof(Scalar);
  EXPECT_EQ(refusal(gaussian, 2 * kMany, "finite_difference&samples=4096").rfind(start, 0), 0u);
  EXPECT_EQ(refusal(categorical, kMany, "gumbel_softmax&samples=4096"),
            start + "1048576 evaluations at once, " + std::to_string(std::lround(bytes / 1e6)) +
                " MB, of which at most 400 MB fit in a browser tab");
  EXPECT_EQ(refusal(categorical, kMany, "gumbel_softmax&samples=16"), "");
  EXPECT_EQ(refusal(categorical, 4, "gumbel_softmax&samples=4096"), "");
}

}  // namespace
}  // namespace acp
