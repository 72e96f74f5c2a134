// A bandit with a continuous action: one state, one step, then the end.
//
//     r = sum_i f(a_i) + sigma_r eps,   a in [-1, 1]^d,   eps ~ N(0, 1)
//
// The f are those of core/base/analytic.h, with known slopes and maxima. Given the true f there is
// no critic and no time: what differs between two agents is their estimate of the gradient alone.
#include "core/env/bandit.h"

#include <algorithm>
#include <array>

#include "core/base/analytic.h"
#include "core/env/exact_model.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

constexpr int kMostDimensions = 32;
constexpr int kCurvePoints = 61;
constexpr double kSolved = 0.9;  // of the way from random to optimal
constexpr int kNoisyEpisodes = 100;

constexpr Option kObjectives[] = {
    {"linear", "linear", "x: the same slope everywhere."},
    {"quadratic", "quadratic", "-(x - 0.3)²/2: one smooth maximum."},
    {"bimodal", "two bumps", "A wide, low bump at -0.5 and a narrow, higher one at 0.6."},
    {"cosine", "cosine", "cos ωx: the faster it swings, the larger its slope, not its value."},
    {"step", "step", "1 where x > 0.25, else 0: its slope says nothing."},
    {"ripple", "ripple", "-x² + 0.1 sin ωx: a smooth hill with a small, steep ripple on it."}};
constexpr AnalyticFunction kFunctions[] = {
    {.shape = Shape::linear},           {.shape = Shape::quadratic, .a = -0.5, .b = 0, .at = 0.3},
    {.shape = Shape::bimodal},          {.shape = Shape::cosine},
    {.shape = Shape::step, .at = 0.25}, {.shape = Shape::ripple},
};
static_assert(std::size(kObjectives) == std::size(kFunctions));

struct BanditConfig final : Config {
  int dimensions = 1;
  int objective = 1;  ///< of kObjectives
  int frequency = 5;
  double reward_noise = 0;

  void visit(ParameterVisitor& v) override {
    constexpr const char* group = "Environment";
    v.integer({.name = "dimensions",
               .title = "dimensions",
               .symbol = "d",
               .group = group,
               .help = "Of the action. The variance of the score function grows with it."},
              dimensions, {1, kMostDimensions});
    v.choice({.name = "objective",
              .title = "objective",
              .symbol = "f",
              .group = group,
              .help = "The reward is its sum over the dimensions of the action."},
             objective, kObjectives);
    v.integer({.name = "frequency",
               .title = "frequency",
               .symbol = "\\omega",
               .group = group,
               .help = "Of the cosine and of the ripple; the other objectives have none."},
              frequency, {1, 40});
    v.number({.name = "reward_noise",
              .title = "reward noise",
              .symbol = "\\sigma_r",
              .group = group,
              .help = "Standard deviation of what is random in the reward."},
             reward_noise, {0, 10});
  }

  AnalyticFunction function() const {
    AnalyticFunction f = kFunctions[objective];
    f.frequency = frequency;
    return f;
  }
};

std::vector<std::string> numbered(const char* name, int count) {
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) names.push_back(name + std::to_string(i));
  return names;
}

EnvironmentInfo make_info(const BanditConfig& config) {
  const auto d = static_cast<std::size_t>(config.dimensions);
  std::vector<std::string> draw{"dimensions", "reward"};
  for (auto& name : numbered("action_", kMostDimensions)) draw.push_back(std::move(name));
  for (auto& name : numbered("curve_", kCurvePoints)) draw.push_back(std::move(name));
  const AnalyticFunction f = config.function();
  const double optimum = config.dimensions * f.value(f.best());
  const double random = config.dimensions * f.mean();
  return {.id = "bandit",
          .title = "Bandit",
          .help = "Choose once and be rewarded: a policy gradient without time and states.",
          .source = "Closed forms of core/base/analytic.h",
          .observation = ranges({{"one", 0, 1}}),
          .action = {.names = numbered("a", config.dimensions),
                     .low = std::vector<double>(d, -1),
                     .high = std::vector<double>(d, 1)},
          .state = ranges({{"played", 0, 1}}),
          .draw = std::move(draw),
          .time_limit = 1,
          .seconds_per_step = 0.5,
          .reference = {.optimum = optimum,
                        .random = random,
                        .threshold = random + kSolved * (optimum - random)}};
}

class Bandit final : public Simulation {
 public:
  explicit Bandit(const BanditConfig& config)
      : info_(std::make_shared<EnvironmentInfo>(make_info(config))),
        f_(config.function()),
        reward_noise_(config.reward_noise) {}

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Bandit>(*this); }
  const EnvironmentInfo& info() const override { return *info_; }

  /// The last action and its reward stay on display.
  void reset(Rng&) override { played_ = 0; }

  StepResult step(std::span<const double> action, Rng& rng) override {
    std::transform(action.begin(), action.end(), action_.begin(),
                   [](double a) { return std::clamp(a, -1.0, 1.0); });
    reward_ = expected_reward();
    if (reward_noise_ > 0) {
      Scalar eps;
      rng.fill_normal({&eps, 1});
      reward_ += reward_noise_ * static_cast<double>(eps);
    }
    played_ = 1;
    return {reward_, true};
  }

  void observe(std::span<double> observation) const override { observation[0] = 1; }

  std::span<const double> state() const override { return {&played_, 1}; }
  void set_state(std::span<const double> state) override {
    played_ = state[0];
    reward_ = 0;
  }

  /// Shifts the action on display.
  void kick(double strength) override { drag(action_[0] + strength, 0); }

  /// Shows what x as the first dimension of the last action would earn.
  void drag(double x, double) override {
    action_[0] = std::clamp(x, -1.0, 1.0);
    reward_ = expected_reward();
  }

  void draw(std::span<float> out) const override {
    auto to = out.begin();
    *to++ = static_cast<float>(info_->action.size());
    *to++ = static_cast<float>(reward_);
    for (const double a : action_) *to++ = static_cast<float>(a);
    for (int i = 0; i < kCurvePoints; ++i) {
      *to++ = static_cast<float>(f_.value(-1 + 2.0 * i / (kCurvePoints - 1)));
    }
  }

  /// The one start there is; where rewards are random, often enough for a mean.
  std::vector<std::vector<double>> evaluation_states() const override {
    return std::vector<std::vector<double>>(reward_noise_ > 0 ? kNoisyEpisodes : 1, {0});
  }

  std::unique_ptr<ExactModel> exact_model(double) const override {
    return std::make_unique<ExactModel>(ExactModel{OneDecision{f_}});
  }

 private:
  double expected_reward() const {
    double sum = 0;
    for (int i = 0; i < info_->action.size(); ++i) {
      sum += f_.value(action_[static_cast<std::size_t>(i)]);
    }
    return sum;
  }

  std::shared_ptr<const EnvironmentInfo> info_;
  AnalyticFunction f_;
  double reward_noise_;
  double played_ = 0;
  std::array<double, kMostDimensions> action_{};  // 0 beyond the dimensions there are
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry bandit_entry() {
  static const EnvironmentInfo info = make_info({});
  return entry_of<Bandit, BanditConfig>(info);
}

}  // namespace acp
