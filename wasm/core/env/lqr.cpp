// The linear-quadratic regulator: steer the state to 0 and spend little.
//
//     s' = A s + B a + w,  w ~ N(0, sigma_w^2 I)      r = -(s's + 0.2 a'a)      s_0 ~ N(0, I)
//     A = 0.9, B = 0.5, or in two dimensions A = (0.9 0.4; 0 0.9), B = 0.5 I
//
// In two dimensions the second component drives the first, as a velocity drives a position. Never
// terminates; the time limit is 50 steps. Actions are clipped to [-4, 4], which the optimum reaches
// only beyond |s| = 3, and states to [-100, 100], which bounds the reward.
#include "core/env/lqr.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/env/exact_model.h"
#include "core/env/linear_solve.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

constexpr double kDecay = 0.9;       // diagonal of A
constexpr double kCoupling = 0.4;    // A_12
constexpr double kInput = 0.5;       // diagonal of B
constexpr double kActionCost = 0.2;  // diagonal of R
constexpr double kLargestAction = 4;
constexpr double kLargestState = 100;
constexpr int kTimeLimit = 50;
constexpr int kEpisodes = 100;
constexpr double kSolved = 1.05;  // of the least cost

struct LqrConfig final : Config {
  int dimensions = 1;
  double noise = 0.1;

  void visit(ParameterVisitor& v) override {
    constexpr const char* group = "Environment";
    v.integer({.name = "dimensions",
               .title = "dimensions",
               .symbol = "n",
               .group = group,
               .help = "Of the state and of the action."},
              dimensions, {1, 2});
    v.number({.name = "noise",
              .title = "process noise",
              .symbol = "\\sigma_w",
              .group = group,
              .help = "Standard deviation of what disturbs each component in each step."},
             noise, {0, 1});
  }
};

LinearQuadratic undiscounted(const LqrConfig& config) {
  const int n = config.dimensions;
  const Eigen::MatrixXd I = Eigen::MatrixXd::Identity(n, n);
  LinearQuadratic problem{
      kDecay * I, kInput * I, I, kActionCost * I, config.noise * config.noise * I, 1};
  if (n == 2) problem.A(0, 1) = kCoupling;
  return problem;
}

/// E[s s'] over `states`.
Eigen::MatrixXd second_moment(const std::vector<std::vector<double>>& states) {
  const auto n = static_cast<Eigen::Index>(states.front().size());
  Eigen::MatrixXd S = Eigen::MatrixXd::Zero(n, n);
  for (const auto& state : states) {
    const Eigen::Map<const Eigen::VectorXd> s(state.data(), n);
    S += product(s, s.transpose());
  }
  return S / static_cast<double>(states.size());
}

/// Of the best time-dependent gain, without the limits of actions and states.
double optimal_return(const LinearQuadratic& problem, const Eigen::MatrixXd& initial) {
  Eigen::MatrixXd P = Eigen::MatrixXd::Zero(initial.rows(), initial.cols());
  double noise = 0;
  for (int t = 0; t < kTimeLimit; ++t) {
    noise += product(P, problem.W).trace();
    P = riccati_step(problem, P).P;
  }
  return -(product(P, initial).trace() + noise);
}

/// Of actions uniform within their limits.
double random_return(const LinearQuadratic& problem, Eigen::MatrixXd S) {
  const auto& [A, B, Q, R, W, gamma] = problem;
  const double variance = kLargestAction * kLargestAction / 3;
  double sum = 0;
  for (int t = 0; t < kTimeLimit; ++t) {
    sum -= product(Q, S).trace() + variance * R.trace();
    S = product(A, product(S, A.transpose())) + variance * product(B, B.transpose()) + W;
  }
  return sum;
}

EnvironmentInfo make_info(int dimensions) {
  std::vector<Component> observation;
  std::vector<std::string> action;
  for (int i = 1; i <= dimensions; ++i) {
    action.push_back("a_" + std::to_string(i));
    observation.push_back({"s_" + std::to_string(i), -3, 3});
  }
  const auto d = static_cast<std::size_t>(dimensions);
  return {.id = "lqr",
          .title = "Linear-quadratic regulator",
          .help = "Steer a noisy linear system to 0 at little cost; all its answers are exact.",
          .source = "Closed forms of core/env/lqr_solution.h",
          .observation = observation,
          .action = {.names = std::move(action),
                     .low = std::vector<double>(d, -kLargestAction),
                     .high = std::vector<double>(d, kLargestAction)},
          .state = observation,
          .draw = {"dimensions", "s_1", "s_2", "a_1", "a_2", "reward"},
          .time_limit = kTimeLimit,
          .seconds_per_step = 0.1,
          .reference = {}};
}

class Lqr final : public Simulation {
 public:
  explicit Lqr(const LqrConfig& config)
      : noise_(config.noise), n_(static_cast<std::size_t>(config.dimensions)) {
    auto info = std::make_shared<EnvironmentInfo>(make_info(config.dimensions));
    info_ = info;
    const LinearQuadratic problem = undiscounted(config);
    const Eigen::MatrixXd initial = second_moment(evaluation_states());
    const double optimum = optimal_return(problem, initial);
    info->reference = {.optimum = optimum,
                       .random = random_return(problem, initial),
                       .threshold = kSolved * optimum};
  }

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Lqr>(*this); }
  const EnvironmentInfo& info() const override { return *info_; }

  void reset(Rng& rng) override { set_state(normal(rng)); }

  StepResult step(std::span<const double> action, Rng& rng) override {
    const auto [s_1, s_2] = state_;
    double cost = 0;
    for (std::size_t i = 0; i < n_; ++i) {
      action_[i] = std::clamp(action[i], -kLargestAction, kLargestAction);
      cost += state_[i] * state_[i] + kActionCost * (action_[i] * action_[i]);
    }
    const auto w = normal(rng);
    const std::array drift{kDecay * s_1 + kCoupling * s_2, kDecay * s_2};
    for (std::size_t i = 0; i < n_; ++i) {
      const double next = drift[i] + kInput * action_[i] + noise_ * w[i];
      state_[i] = std::clamp(next, -kLargestState, kLargestState);
    }
    reward_ = -cost;
    return {reward_, false};
  }

  void observe(std::span<double> observation) const override {
    std::copy_n(state_.begin(), n_, observation.begin());
  }

  std::span<const double> state() const override { return {state_.data(), n_}; }
  void set_state(std::span<const double> state) override {
    std::copy_n(state.begin(), n_, state_.begin());
    action_ = {};
    reward_ = 0;
  }

  /// Pushes the last component.
  void kick(double strength) override { place(n_ - 1, state_[n_ - 1] + strength); }

  /// The state is (x, y), or x in one dimension.
  void drag(double x, double y) override {
    place(0, x);
    if (n_ == 2) place(1, y);
  }

  void draw(std::span<float> out) const override {
    out[0] = static_cast<float>(n_);
    out[1] = static_cast<float>(state_[0]);
    out[2] = static_cast<float>(state_[1]);
    out[3] = static_cast<float>(action_[0]);
    out[4] = static_cast<float>(action_[1]);
    out[5] = static_cast<float>(reward_);
  }

  std::vector<std::vector<double>> evaluation_states() const override {
    return drawn_states(*this, kEpisodes);
  }

  std::unique_ptr<ExactModel> exact_model(double gamma) const override {
    LqrConfig config;
    config.dimensions = static_cast<int>(n_);
    config.noise = noise_;
    LinearQuadratic problem = undiscounted(config);
    problem.gamma = gamma;
    return std::make_unique<ExactModel>(ExactModel{std::move(problem)});
  }

 private:
  static std::array<double, 2> normal(Rng& rng) {
    std::array<Scalar, 2> eps;
    rng.fill_normal(eps);
    return {static_cast<double>(eps[0]), static_cast<double>(eps[1])};
  }
  void place(std::size_t i, double x) { state_[i] = std::clamp(x, -kLargestState, kLargestState); }

  std::shared_ptr<const EnvironmentInfo> info_;
  double noise_;
  std::size_t n_;
  std::array<double, 2> state_{};  // 0 beyond the dimensions there are
  std::array<double, 2> action_{};
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry lqr_entry() {
  static const EnvironmentInfo info = make_info(1);
  return entry_of<Lqr, LqrConfig>(info);
}

}  // namespace acp
