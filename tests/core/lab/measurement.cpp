// Every estimator of the lab against closed forms (tests/golden/closed-forms.json and the formulas
// beside each case), at fixed seeds: means and variances within 4.5 standard errors.
#include "core/lab/measurement.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/lab/laboratory.h"
#include "support/forever.h"

namespace acp {
namespace {

constexpr int kRepeats = 200'000;
struct Case {
  const char* name;
  const char* policy;
  const char* objective;
  const char* measurement;
  std::vector<double> mean;      ///< empty: the exact gradient
  std::vector<double> variance;  ///< of one estimate; empty: not known
};

constexpr const char* kS1 = "gaussian:mu=1.2,log_sigma=-0.5108256237659907";
constexpr const char* kQ1 = "quadratic:a=-0.7,b=0.3,c=1";
constexpr const char* kS2 = "gaussian:mu=0.4,log_sigma=-0.6931471805599453";
constexpr const char* kQ2 = "linear:b=1.5,offset=2";
constexpr const char* kS3 = "gaussian:mu=1,log_sigma=0";
constexpr const char* kQ3 = "cosine:frequency=5";
constexpr const char* kS7 =
    "categorical:logits=-0.35667494393873245;-1.6094379124341003;-2.302585092994046";
constexpr const char* kQ7 = "table:q0=1,q1=2,q2=3";

void PrintTo(const Case& c, std::ostream* out) { *out << c.measurement; }

std::vector<Case> cases() {
  return {
      {"S1_pathwise",
       kS1,
       kQ1,
       "estimator=reparameterization",
       {-1.38, -0.504},
       {0.7056, 1.193616}},
      {"S1_none", kS1, kQ1, "", {-1.38, -0.504}, {5.320577778, 10.028864}},
      {"S1_value", kS1, kQ1, "baseline=value", {-1.38, -0.504}, {5.5728, 10.412064}},
      {"S1_optimal", kS1, kQ1, "baseline=optimal", {-1.38, -0.504}, {4.8672, 8.379936}},
      {"S1_leave_one_out",
       kS1,
       kQ1,
       "baseline=leave_one_out samples=8",
       {-1.38, -0.504},
       {0.7709142857, 1.335065143}},
      {"S2_pathwise", kS2, kQ2, "estimator=reparameterization", {1.5, 0}, {0, 0.5625}},
      {"S2_none", kS2, kQ2, "", {1.5, 0}, {31.54, 19.145}},
      {"S2_value", kS2, kQ2, "baseline=value", {1.5, 0}, {4.5, 5.625}},
      {"S2_leave_one_out",
       kS2,
       kQ2,
       "baseline=leave_one_out samples=8",
       {1.5, 0},
       {0.6428571429, 0.7232142857}},
      {"S3_pathwise", kS3, kQ3, "estimator=reparameterization", {}, {12.5, 12.5}},
      {"S3_none", kS3, kQ3, "", {}, {0.4999999997, 0.9999999993}},
      {"S3_optimal", kS3, kQ3, "baseline=optimal", {}, {0.499999999, 0.9999998441}},
      // With k = mu = sigma = 1 the mean as a baseline raises the variance.
      {"mean_baseline_hurts_without",
       kS3,
       "cosine:frequency=1",
       "",
       {},
       {0.323993372, 0.836286862}},
      {"mean_baseline_hurts_with",
       kS3,
       "cosine:frequency=1",
       "baseline=value",
       {},
       {0.431387159, 1.26586201}},
      // V(0) of mu: (F^2/sigma^2)(e^{s^2}(1 + 4 s^2) - s^2); pathwise: k^2 F^2 (e^{s^2} - 1).
      {"exponential_none",
       "gaussian:mu=0.2,log_sigma=-1",
       "exponential:k=1",
       "",
       {},
       {20.5638274, 8.68736148}},
      {"exponential_pathwise",
       "gaussian:mu=0.2,log_sigma=-1",
       "exponential:k=1",
       "estimator=reparameterization",
       {},
       {0.247527389, 0.376639637}},
      {"step_none", "gaussian:mu=0.2,log_sigma=0", "step:at=0.5", "", {}, {}},
      {"step_measure_valued",
       "gaussian:mu=0.2,log_sigma=0",
       "step:at=0.5",
       "estimator=measure_valued",
       {},
       {}},
      {"step_pathwise_is_wrong",
       "gaussian:mu=0.2,log_sigma=0",
       "step:at=0.5",
       "estimator=reparameterization",
       {0, 0},
       {0, 0}},
      // Coupled measure-valued on a quadratic: f1^2 (4/pi - 1).
      {"S1_measure_valued", kS1, kQ1, "estimator=measure_valued", {-1.38, -0.504}, {0.520337, NAN}},
      {"S1_finite_difference",
       kS1,
       kQ1,
       "estimator=finite_difference:h=0.01",
       {-1.38, NAN},
       {0.7056, NAN}},
      {"S1_deterministic", kS1, kQ1, "estimator=deterministic", {-1.38, 0}, {0, 0}},
      {"S1_exact", kS1, kQ1, "estimator=exact", {-1.38, -0.504}, {0, 0}},
      {"squashed_pathwise",
       "tanh_gaussian:mu=0.3,log_sigma=-0.5",
       kQ1,
       "estimator=reparameterization",
       {},
       {}},
      {"squashed_none", "tanh_gaussian:mu=0.3,log_sigma=-0.5", kQ1, "", {}, {}},
      {"squashed_measure_valued",
       "tanh_gaussian:mu=0.3,log_sigma=-0.5",
       kQ1,
       "estimator=measure_valued",
       {},
       {}},
      {"two_dimensions_measure_valued",
       "gaussian:mu=0.3;-0.2,log_sigma=-0.5;0.1",
       "quadratic_nd:dim=2,a=-1,b=0.5",
       "estimator=measure_valued samples=2",
       {},
       {}},
      {"two_dimensions_optimal",
       "gaussian:mu=0.3;-0.2,log_sigma=-0.5;0.1",
       "quadratic_nd:dim=2,a=-1,b=0.5",
       "baseline=optimal samples=3",
       {},
       {}},
      {"regulator_none", "gaussian:mu=-0.6,log_sigma=-1.2", "lqr:s=1", "", {}, {}},
      {"regulator_pathwise",
       "gaussian:mu=-0.6,log_sigma=-1.2",
       "lqr:s=1",
       "estimator=reparameterization",
       {},
       {}},
      {"S7_none", kS7, kQ7, "", {-0.28, 0.12, 0.16}, {}},
      {"S7_optimal", kS7, kQ7, "baseline=optimal", {-0.28, 0.12, 0.16}, {}},
      {"S7_leave_one_out", kS7, kQ7, "baseline=leave_one_out samples=4", {}, {}},
      {"S7_exact", kS7, kQ7, "estimator=exact", {-0.28, 0.12, 0.16}, {0, 0, 0}},
  };
}

class MeasuredCase : public testing::TestWithParam<Case> {};

TEST_P(MeasuredCase, IsMet) {
  const Case& c = GetParam();
  for (const double alpha : {0.0, 0.2}) {
    if (alpha > 0 && !c.mean.empty()) continue;
    std::vector<std::string> errors;
    const LabSubject subject = parse_subject(c.policy, c.objective, alpha, errors);
    ASSERT_TRUE(errors.empty()) << errors[0];
    const auto config = MeasurementConfig::parse(c.measurement, errors);
    ASSERT_TRUE(errors.empty()) << errors[0];
    ASSERT_TRUE(subject.exact);
    Measurement measurement(config, subject);
    ASSERT_EQ(measurement.run(kRepeats, kForever), kRepeats);
    const VectorMoments moments = measurement.moments().all();
    const auto errors_of = measurement.moments().errors({});
    const auto& expected = c.mean.empty() ? subject.exact->gradient : c.mean;
    for (std::size_t k = 0; k < expected.size(); ++k) {
      const double variance = moments.variance(static_cast<int>(k));
      const double error = std::sqrt(variance / kRepeats) + 1e-6 * (1 + std::abs(expected[k]));
      if (!std::isnan(expected[k])) {
        EXPECT_LT(std::abs(moments.mean()[k] - expected[k]) / error, 4.5) << "coordinate " << k;
      }
      if (alpha > 0 || c.variance.empty() || std::isnan(c.variance[k])) continue;
      const double spread = errors_of.variance[k] + 1e-4 * c.variance[k] + 1e-12;
      EXPECT_LT(std::abs(variance - c.variance[k]) / spread, 4.5)
          << "coordinate " << k << ": " << variance << ", not " << c.variance[k];
    }
  }
}

INSTANTIATE_TEST_SUITE_P(ClosedForms, MeasuredCase, testing::ValuesIn(cases()),
                         [](const auto& one) { return std::string(one.param.name); });

double total_variance(const char* policy, const char* objective, const char* config,
                      double alpha = 0) {
  std::vector<std::string> errors;
  const LabSubject subject = parse_subject(policy, objective, alpha, errors);
  Measurement measurement(MeasurementConfig::parse(config, errors), subject);
  measurement.run(kRepeats, kForever);
  return measurement.moments().all().total_variance();
}

TEST(Measurement, TraceVariancesOfCaseS7) {
  EXPECT_NEAR(total_variance(kS7, kQ7, ""), 2.0976, 0.03);
  EXPECT_NEAR(total_variance(kS7, kQ7, "baseline=value"), 0.3224, 0.01);
  EXPECT_NEAR(total_variance(kS7, kQ7, "baseline=optimal"), 0.1107826, 0.003);
}

TEST(Measurement, TheOptimalBaselineIsTheBestOne) {
  for (const char* objective : {kQ1, "cosine:frequency=2", "step:at=1", "bimodal"}) {
    for (const char* policy : {kS1, "tanh_gaussian:mu=0.3,log_sigma=-0.5"}) {
      const double best = total_variance(policy, objective, "baseline=optimal", 0.1);
      EXPECT_LT(best, 1.001 * total_variance(policy, objective, "", 0.1)) << objective;
      EXPECT_LT(best, 1.001 * total_variance(policy, objective, "baseline=value", 0.1))
          << objective;
    }
  }
}

TEST(Measurement, TheVarianceFallsAsOneOverN) {
  for (const char* estimator :
       {"score_function", "reparameterization", "measure_valued", "finite_difference"}) {
    const std::string one = std::string("estimator=") + estimator;
    const double single = total_variance(kS1, kQ1, one.c_str());
    const double many = total_variance(kS1, kQ1, (one + "&samples=16").c_str());
    EXPECT_NEAR(16 * many / single, 1, 0.05) << estimator;
  }
}

TEST(Measurement, DoesNotDependOnHowItIsCut) {
  Laboratory at_once("policy=gaussian:mu=0.3,log_sigma=-0.7&objective=bimodal");
  Laboratory in_parts("policy=gaussian:mu=0.3,log_sigma=-0.7&objective=bimodal");
  const char* config = "estimator=reparameterization&samples=3&seed=4";
  at_once.measure(config, 1003, kForever);
  for (int repeats = 1; repeats <= 1003; repeats += 3) in_parts.measure(config, repeats, kForever);
  in_parts.measure(config, 1003, kForever);
  const auto figures = [&](Laboratory& lab) {
    const std::string text = lab.result(config);
    return text.substr(0, text.find("seconds_per_estimate"));
  };
  EXPECT_EQ(figures(at_once), figures(in_parts));
  const auto a = at_once.recent(config), b = in_parts.recent(config);
  ASSERT_EQ(a.size(), b.size());
  EXPECT_EQ(a.size(), 512u * 4);
}

TEST(Measurement, SharesItsNoiseWithOtherEstimators) {
  Laboratory lab("policy=gaussian:mu=0.3,log_sigma=-0.7&objective=bimodal");
  lab.measure("estimator=reparameterization", 300, kForever);
  lab.measure("estimator=score_function", 300, kForever);
  const auto pathwise = lab.recent("estimator=reparameterization");
  const std::vector<float> before(pathwise.begin(), pathwise.end());
  const auto scored = lab.recent("estimator=score_function");
  for (std::size_t row = 0; row < 300; ++row) {
    EXPECT_EQ(before[4 * row], scored[4 * row]);
    EXPECT_EQ(before[4 * row + 1], scored[4 * row + 1]);
  }
}

struct Mistake {
  const char* task;
  const char* measurement;
  const char* message;
};
TEST(Laboratory, SaysWhatIsWrong) {
  const char* task = "policy=gaussian:mu=0,log_sigma=0&objective=bimodal";
  const Mistake mistakes[] = {
      {"objective=bimodal", "", "policy: is missing"},
      {"policy=gauss&objective=bimodal", "", "policy: \"gauss\" is not one of gaussian"},
      {"policy=gaussian:mu=x&objective=bimodal", "", "policy.mu: \"x\" is not a number"},
      {"policy=gaussian:log_sigma=3&objective=bimodal", "",
       "policy.log_sigma: 3 is outside [-20, 2]"},
      {"policy=gaussian:mu=1;2;3,log_sigma=0;0&objective=bimodal", "",
       "policy.log_sigma: has 2 numbers, where 3 are needed"},
      {"policy=gaussian&objective=quadratic_nd:dim=40", "",
       "objective.quadratic_nd.dim: 40 is outside [1, 32]"},
      {"policy=gaussian&objective=cosine:speed=4", "", "objective.cosine.speed: unknown parameter"},
      {"policy=gaussian&objective=nothing", "", "objective: \"nothing\" is not one of linear"},
      {"policy=categorical:logits=0;0&objective=bimodal", "", "is not table"},
      {"policy=categorical:logits=0;0;0&objective=table:q0=1,q1=2", "",
       "policy.logits: has 3 numbers, where 2 are needed"},
      {"policy=categorical:logits=0&objective=table:q0=1;5,q1=2", "",
       "objective.table.q0: is not one number"},
      {"policy=gaussian:mu=1000&objective=exponential:k=20", "",
       "objective.exponential: its mean under this policy"},
      {"policy=gaussian&objective=quadratic_nd:dim=32", "estimator=finite_difference&samples=2000",
       "samples: 2000 would take 2048000 evaluations at once, where 1048576 are allowed"},
      {"policy=gaussian&objective=bimodal&alpha=-1", "", "alpha: -1 is outside [0, 100]"},
      {"policy=gaussian&objective=bimodal&beta=1", "", "beta: unknown"},
      {task, "estimator=magic", "estimator: \"magic\" is not one of exact"},
      {task, "estimator=gumbel_softmax:temperature=1", "needs a categorical policy"},
      {task, "estimator=reparameterization:h=1", "estimator.h: unknown"},
      {task, "estimator=reparameterization&baseline=value", "baseline: only score_function has"},
      {task, "baseline=leave_one_out", "samples: 1 is outside [2, 4096]"},
      {task, "samples=0", "samples: 0 is outside [1, 4096]"},
      {"policy=categorical:logits=0;0&objective=table:q0=1,q1=2", "estimator=reparameterization",
       "needs continuous actions"}};
  for (const auto& mistake : mistakes) {
    try {
      Laboratory lab(mistake.task);
      lab.measure(mistake.measurement, 10, kForever);
      ADD_FAILURE() << mistake.message;
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find(mistake.message), std::string::npos)
          << error.what() << " instead of " << mistake.message;
    }
  }
}

std::string figures_of(const char* task, const char* config) {
  Laboratory lab(task);
  lab.measure(config, 1000, kForever);
  return lab.result(config);
}

TEST(Laboratory, HasOneDimensionWhereNothingSaysHowMany) {
  const Laboratory bare("policy=gaussian&objective=bimodal");
  const Laboratory full("policy=gaussian:mu=0,log_sigma=0&objective=bimodal");
  EXPECT_EQ(bare.describe(), full.describe());
}

TEST(Laboratory, CountsWhatTheExactGradientTakes) {
  const auto count = [](const char* task) {
    const std::string found = figures_of(task, "estimator=exact");
    return std::stoi(found.substr(found.find("forward_evaluations\":") + 21));
  };
  EXPECT_EQ(count("policy=gaussian&objective=quadratic_nd:dim=8"),
            8 * count("policy=gaussian&objective=quadratic"));
  EXPECT_EQ(count("policy=categorical:logits=0&objective=table:q0=1,q1=2,q2=3"), 3);
}

TEST(Laboratory, RefusesATableThatIsTooLong) {
  std::string task = "policy=categorical:logits=0&objective=table";
  for (int k = 0; k < 33; ++k) {
    task += (k == 0 ? ":q" : ",q") + std::to_string(k) + "=1";
  }
  EXPECT_THROW(Laboratory{task}, std::invalid_argument);
}

TEST(Laboratory, KnowsWhatIsUnbiased) {
  const auto is_unbiased = [](const char* objective, const char* estimator) {
    const std::string task = std::string("policy=gaussian&objective=") + objective;
    const std::string config = std::string("estimator=") + estimator;
    const std::string found = figures_of(task.c_str(), config.c_str());
    return found.find("\"unbiased\":true") != std::string::npos;
  };
  for (const char* estimator : {"score_function", "measure_valued", "exact"}) {
    EXPECT_TRUE(is_unbiased("step", estimator)) << estimator;
  }
  EXPECT_FALSE(is_unbiased("step", "reparameterization"));
  EXPECT_TRUE(is_unbiased("bimodal", "reparameterization"));
  EXPECT_FALSE(is_unbiased("bimodal", "deterministic"));
  EXPECT_FALSE(is_unbiased("bimodal", "finite_difference"));
}

TEST(Laboratory, EfficiencyHasTheErrorOfTheMeanSquaredError) {
  const auto found = figures_of("policy=gaussian&objective=bimodal", "samples=4");
  const auto number = [&](const std::string& name) {
    return std::stod(found.substr(found.find("\"" + name + "\":") + name.size() + 3));
  };
  EXPECT_DOUBLE_EQ(number("efficiency_standard_error"),
                   4 * number("mean_squared_error_standard_error"));
  EXPECT_GT(number("efficiency_standard_error"), 0);
  EXPECT_GT(number("seconds_per_estimate_standard_error"), 0);
}

TEST(Laboratory, ShowsTheChoiceThatAnEstimateRestsOn) {
  Laboratory lab("policy=categorical:logits=0;0.5;1&objective=table:q0=1,q1=-2,q2=4");
  const float values[] = {1, -2, 4};
  lab.measure("baseline=value", 100, kForever);
  const auto rows = lab.recent("baseline=value");
  ASSERT_EQ(rows.size(), 100U * 5);
  for (std::size_t row = 0; row < 100; ++row) {
    const float* r = rows.data() + 5 * row;
    const auto choice = static_cast<std::size_t>(r[0]);
    ASSERT_LT(choice, 3U);
    EXPECT_EQ(r[1], values[choice]);
    // f of the choice less its mean, times its score: of the choice's own sign in its own logit.
    EXPECT_GT(r[2 + choice] * (r[1] - 1.6F), 0);
  }
  lab.measure("baseline=value&samples=2", 100, kForever);
  EXPECT_TRUE(std::isnan(lab.recent("baseline=value&samples=2")[0]));
}

TEST(Laboratory, SlicesTheObjectiveAndTheDensity) {
  const Laboratory lab("policy=tanh_gaussian:mu=0.3,log_sigma=-1&objective=quadratic:a=-1,b=0,c=0");
  constexpr int kCount = 2001;
  const auto rows = lab.slice(-1, 1, kCount);
  double total = 0;
  for (std::size_t j = 0; j < kCount; ++j) {
    const auto x = static_cast<double>(rows[3 * j]);
    EXPECT_NEAR(rows[3 * j + 1], -x * x, 1e-6);
    total += static_cast<double>(rows[3 * j + 2]) * 2 / (kCount - 1);
  }
  EXPECT_NEAR(total, 1, 1e-4);
}

}  // namespace
}  // namespace acp
