// Whatever is registered must keep in the lab what its entry says.
#include "core/lab/lab_estimator.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/lab/measurement.h"
#include "support/forever.h"
#include "support/statistics.h"

namespace acp {
namespace {

constexpr int kRepeats = 100'000;
struct Task {
  const char* name;
  const char* policy;
  const char* objective;
};
constexpr Task kTasks[] = {
    {"smooth", "gaussian:mu=0.3,log_sigma=-0.7", "bimodal"},
    {"squashed", "tanh_gaussian:mu=0.3;-0.4,log_sigma=-0.5", "quadratic_nd:dim=2,b=0.5"},
    {"step", "gaussian:mu=0.2,log_sigma=0", "step:at=0.5"},
    {"choices", "categorical:logits=0;1;-0.5", "table:q0=1,q1=-2,q2=3"}};

void PrintTo(const Task& task, std::ostream* out) { *out << task.name; }

class EveryLabEstimator : public testing::TestWithParam<std::tuple<int, Task>> {
 protected:
  const LabEstimator& estimator_ =
      lab_estimators()[static_cast<std::size_t>(std::get<0>(GetParam()))];
  const Task& task_ = std::get<1>(GetParam());
};

TEST_P(EveryLabEstimator, HasTheExactMeanWhereItSaysSo) {
  std::vector<std::string> errors;
  const LabSubject subject = parse_subject(task_.policy, task_.objective, 0.2, errors);
  std::vector<std::string> texts{""};
  const EstimatorEntry* entry = estimator_.entry(subject.discrete());
  if (entry != nullptr && entry->has_baseline) texts = {"", "&baseline=value", "&baseline=optimal"};
  for (const auto& more : texts) {
    const auto config = MeasurementConfig::parse(
        std::string("estimator=") + estimator_.about.id + "&samples=2" + more, errors);
    ASSERT_TRUE(errors.empty()) << errors[0];
    if (entry == nullptr && !config.exact()) {
      EXPECT_THROW(Measurement(config, subject), std::invalid_argument);
      return;
    }
    if (!is_unbiased(config, subject)) return;
    Measurement measurement(config, subject);
    measurement.run(kRepeats, kForever);
    const VectorMoments found = measurement.moments().all();
    for (std::size_t k = 0; k < subject.phi.size(); ++k) {
      const double exact = subject.exact->gradient[k];
      const double error =
          std::sqrt(found.variance(static_cast<int>(k)) / kRepeats) + 2e-6 * (1 + std::abs(exact));
      EXPECT_LT(std::abs(found.mean()[k] - exact) / error, kLargestZ) << more << " " << k;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryLabEstimator,
                         testing::Combine(testing::Range(0,
                                                         static_cast<int>(lab_estimators().size())),
                                          testing::ValuesIn(kTasks)),
                         [](const auto& one) {
                           const auto k = static_cast<std::size_t>(std::get<0>(one.param));
                           return std::string(lab_estimators()[k].about.id) + "_" +
                                  std::get<1>(one.param).name;
                         });

TEST(LabEstimators, NameAllThatAreRegisteredOnceForEachKindOfPolicy) {
  std::set<const EstimatorEntry*> named;
  for (const auto& each : lab_estimators()) {
    for (const bool discrete : {false, true}) {
      if (const auto* entry = each.entry(discrete); entry != nullptr) {
        EXPECT_TRUE(named.insert(entry).second);
        EXPECT_EQ(entry->categorical(), discrete);
        EXPECT_EQ(entry->options.data(), each.options().data()) << each.about.id;
      }
    }
  }
  EXPECT_EQ(named.size(), all_estimators().size());
}

TEST(LabEstimators, TakeTheirOptionsWithinTheirRanges) {
  for (const auto& each : lab_estimators()) {
    for (std::size_t k = 0; k < each.options().size(); ++k) {
      const auto& option = each.options()[k];
      const auto parsed = [&](double value) {
        std::vector<std::string> errors;
        const auto config =
            MeasurementConfig::parse(std::string("estimator=") + each.about.id + ":" + option.name +
                                         "=" + number_text(value),
                                     errors);
        return errors.empty() ? config.settings().own[k] : NAN;
      };
      EXPECT_EQ(parsed(option.range.min), option.range.min);
      EXPECT_EQ(parsed(option.range.max), option.range.max);
      EXPECT_TRUE(std::isnan(parsed(option.range.max * 2)));
      EXPECT_LE(option.range.min, option.initial);
      EXPECT_LE(option.initial, option.range.max);
    }
  }
}

}  // namespace
}  // namespace acp
