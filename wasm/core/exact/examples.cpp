// Small decision processes, each for what it shows.
#include "core/exact/examples.h"

#include <initializer_list>

#include "core/base/math.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr const char* kGroup = "Process";

FiniteMdp empty_mdp(Index states, Index actions, double gamma) {
  FiniteMdp mdp{
      std::vector<MatrixXd>(static_cast<std::size_t>(actions), MatrixXd::Zero(states, states)),
      MatrixXd::Zero(states, actions), gamma, VectorXd::Zero(states)};
  mdp.rho(0) = 1;
  return mdp;
}

/// P(s'|s, a) by rows, the actions of the first state first.
void fill(FiniteMdp& mdp, std::initializer_list<double> probabilities) {
  const double* from = probabilities.begin();
  for (Index s = 0; s < mdp.states(); ++s) {
    for (auto& P : mdp.P) {
      for (Index next = 0; next < mdp.states(); ++next) P(s, next) = *from++;
    }
  }
}

void fill_rewards(FiniteMdp& mdp, std::initializer_list<double> rewards) {
  const double* from = rewards.begin();
  for (Index s = 0; s < mdp.states(); ++s) {
    for (Index a = 0; a < mdp.actions(); ++a) mdp.R(s, a) = *from++;
  }
}

void visit_slip(ParameterVisitor& v, double& slip) {
  v.number(
      {.name = "slip", .title = "slip", .group = kGroup, .help = "Probability that a move fails."},
      slip, {0, 0.5});
}

/// A small reward here, a larger one there, and nothing for the way.
struct TwoStates final : ProcessConfig {
  double slip = 0.1, near = 0.4;

  TwoStates() : ProcessConfig(0.9) {}
  void visit_own(ParameterVisitor& v) override {
    visit_slip(v, slip);
    v.number({.name = "near",
              .title = "near reward",
              .group = kGroup,
              .help = "Of staying where an episode begins; staying in the other state earns 1."},
             near, {-1, 1});
  }
  Process make() override {
    FiniteMdp mdp = empty_mdp(2, 2, gamma);
    fill(mdp, {1, 0, slip, 1 - slip, 0, 1, 1 - slip, slip});
    fill_rewards(mdp, {near, 0, 1, 0});
    Process process(std::move(mdp));
    process.states = {"near", "far"};
    process.actions = {"stay", "go"};
    return process;
  }
};

/// The prize is at the far end, a crumb at the near one.
struct Chain final : ProcessConfig {
  int length = 8;
  double slip = 0.1, near = 0.05;

  Chain() : ProcessConfig(0.95) {}
  void visit_own(ParameterVisitor& v) override {
    v.integer({.name = "length", .title = "length", .group = kGroup, .help = "States in a row."},
              length, {2, Process::kMostStates, Scale::log});
    visit_slip(v, slip);
    v.number({.name = "near",
              .title = "near reward",
              .group = kGroup,
              .help = "Of going left in the first state; going right in the last one earns 1."},
             near, {-1, 1});
  }
  Process make() override {
    FiniteMdp mdp = empty_mdp(length, 2, gamma);
    for (Index s = 0; s < length; ++s) {
      const Index left = std::max<Index>(s - 1, 0), right = std::min<Index>(s + 1, length - 1);
      for (const std::size_t a : {0, 1}) {
        mdp.P[a](s, a == 0 ? left : right) += 1 - slip;
        mdp.P[a](s, a == 0 ? right : left) += slip;
      }
    }
    mdp.R(0, 0) = near;
    mdp.R(length - 1, 1) = 1;
    Process process(std::move(mdp));
    process.actions = {"left", "right"};
    return process;
  }
};

/// Three states in all generality: nothing vanishes, nothing is symmetric.
struct ThreeStates final : ProcessConfig {
  ThreeStates() : ProcessConfig(0.9) {}
  Process make() override {
    FiniteMdp mdp = empty_mdp(3, 2, gamma);
    fill(mdp, {0.9, 0.1, 0, 0.2, 0.8, 0, 0.5, 0.3, 0.2, 0, 0.4, 0.6, 0.3, 0, 0.7, 0.1, 0.1, 0.8});
    fill_rewards(mdp, {0, -0.1, 0.2, 0, 1, 0.5});
    Process process(std::move(mdp));
    process.theta << 0.5, -0.2, 0, 0.3, 1, 0;
    return process;
  }
};

/// Example 2a of the polytope's paper.
struct Polytope final : ProcessConfig {
  Polytope() : ProcessConfig(0.9) {}
  Process make() override {
    FiniteMdp mdp = empty_mdp(2, 2, gamma);
    fill(mdp, {0.01, 0.99, 0.92, 0.08, 0.08, 0.92, 0.70, 0.30});
    fill_rewards(mdp, {0.06, 0.38, -0.13, 0.64});
    mdp.rho << 0.5, 0.5;
    return Process(std::move(mdp));
  }
};

/// The behaviour policy sees s2 three times as often as s1, which looks alike and matters.
struct Counterexample final : ProcessConfig {
  double first = 0.9, second = 0.9;

  Counterexample() : ProcessConfig(1) {}
  void visit_own(ParameterVisitor& v) override {
    constexpr Range within{0.001, 0.999};
    v.number({.name = "p",
              .title = "first action",
              .symbol = "p",
              .group = kGroup,
              .help = "Probability of a0 at the start."},
             first, within);
    v.number({.name = "q",
              .title = "second action",
              .symbol = "q",
              .group = kGroup,
              .help = "Probability of a0 in the two states that look alike."},
             second, within);
  }
  Process make() override {
    FiniteMdp mdp = empty_mdp(3, 2, gamma);
    mdp.P[0](0, 1) = mdp.P[1](0, 2) = 1;
    fill_rewards(mdp, {0, 0, 2, 0, 0, 1});
    Process process(std::move(mdp));
    process.shared = SharedLogits({0, 1, 1});
    process.theta = MatrixXd::Zero(2, 2);
    process.theta.col(0) << logit(first), logit(second);
    process.behaviour = MatrixXd::Zero(2, 2);
    process.behaviour.col(0).setConstant(logit(0.25));
    return process;
  }

 private:
  static double logit(double p) { return math::log(p) - math::log(1 - p); }
};

/// Three states that look alike; in the second, left is right. The best policy is a coin.
struct Corridor final : ProcessConfig {
  Corridor() : ProcessConfig(1) {}
  Process make() override {
    FiniteMdp mdp = empty_mdp(3, 2, gamma);
    mdp.R.setConstant(-1);
    mdp.P[0](0, 0) = mdp.P[1](0, 1) = 1;
    mdp.P[0](1, 2) = mdp.P[1](1, 0) = 1;
    mdp.P[0](2, 1) = 1;  // to the right is the goal
    Process process(std::move(mdp));
    process.shared = SharedLogits({0, 0, 0});
    process.theta = MatrixXd::Zero(1, 2);
    process.actions = {"left", "right"};
    return process;
  }
};

/// Steps to either side until it is over, with -1 on the left and 1 on the right.
struct RandomWalk final : ProcessConfig {
  int length = 19;

  RandomWalk() : ProcessConfig(1) {}
  void visit_own(ParameterVisitor& v) override {
    v.integer({.name = "length", .title = "length", .group = kGroup, .help = "States in a row."},
              length, {1, Process::kMostStates, Scale::log});
  }
  Process make() override {
    FiniteMdp mdp = empty_mdp(length, 2, gamma);
    for (Index s = 0; s + 1 < length; ++s) mdp.P[1](s, s + 1) = mdp.P[0](s + 1, s) = 1;
    mdp.R(0, 0) = -1;
    mdp.R(length - 1, 1) = 1;
    mdp.rho.setZero();
    mdp.rho(length / 2) = 1;
    Process process(std::move(mdp));
    process.actions = {"left", "right"};
    return process;
  }
};

template <class C>
std::unique_ptr<ProcessConfig> make_config(const EnvironmentEntry*) {
  return std::make_unique<C>();
}

}  // namespace

std::span<const ProcessEntry> example_processes() {
  static const ProcessEntry all[] = {
      {"two_states", "Two states",
       "Staying pays a little here and more there; the way pays nothing.", "",
       make_config<TwoStates>},
      {"chain", "Chain", "A prize at the far end, a crumb at the near one.", "",
       make_config<Chain>},
      {"three_states", "Three states", "Every action may lead almost anywhere.", "",
       make_config<ThreeStates>},
      {"polytope", "Value polytope", "Two states whose value functions can be drawn in a plane.",
       "Dadashi et al., 2019, example 2a", make_config<Polytope>},
      {"counterexample", "Counterexample",
       "Where off-policy states are weighted as they come, the gradient points away from the best "
       "policy.",
       "Imani, Graves and White, 2018", make_config<Counterexample>},
      {"corridor", "Short corridor", "States that look alike: only chance finds the way.",
       "Sutton and Barto, 2018, example 13.1", make_config<Corridor>},
      {"random_walk", "Random walk", "Episodes tell nothing until they end.",
       "Sutton and Barto, 2018, example 7.1", make_config<RandomWalk>}};
  return all;
}

}  // namespace acp
