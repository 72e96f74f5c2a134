#include "core/session/frozen_returns.h"

#include <stdexcept>

#include "core/base/named_text.h"

namespace acp {
namespace {

constexpr int kStepsBetweenStates = 17;

/// V in a batch of states.
class Critic {
 public:
  Critic(const Learner& learner, int batch) : learner_(&learner), pass_(learner.mlp(), batch) {}
  double value(const Matrix& observations, int column) {
    if (&observations != seen_) values_ = &pass_.forward(learner_->theta(), observations);
    seen_ = &observations;
    return static_cast<double>((*values_)(0, column));
  }
  void look_again() { seen_ = nullptr; }

 private:
  const Learner* learner_;
  MlpPass pass_;
  const Matrix* seen_ = nullptr;
  const Matrix* values_ = nullptr;
};

/// One rollout on its way.
struct Rollout {
  double sum = 0;  ///< of discounted rewards so far
  double discount = 1;
  bool running = true;
};

}  // namespace

void FrozenReturnsConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Frozen run";
  v.integer({.name = "states", .title = "states", .group = group, .help = "To begin from."}, states,
            {2, 256, Scale::log});
  v.integer({.name = "rollouts", .title = "rollouts", .group = group, .help = "From each state."},
            rollouts, {2, 1024, Scale::log});
  v.integer({.name = "longest",
             .title = "longest",
             .symbol = "n",
             .group = group,
             .help = "Steps before the longest return trusts the critic."},
            longest, {1, 1024, Scale::log});
  v.integer({.name = "seed", .title = "seed", .group = group, .help = "Of the rollouts."}, seed,
            {0, 2147483647});
}

FrozenReturns::FrozenReturns(std::string_view task, const RunConfig& config,
                             const Instances& environments, const Algorithm& algorithm)
    : gamma_(config.discount()),
      reward_scale_(config.run().reward_scale),
      critic_(algorithm.insight().value),
      rng_(0, Stream::lab) {
  std::vector<std::string> errors;
  set_parameters(config_, task, errors);
  throw_if_any(errors);
  if (critic_ == nullptr) {
    throw std::invalid_argument(
        "algorithm: this run has no V(s) that its returns could trust; use "
        "a2c, or reinforce with baseline=value");
  }
  if (environments.info().state.empty()) {
    throw std::invalid_argument("environment: " + environments.info().id +
                                " cannot be brought to a state that it was in");
  }
  rng_ = Rng(static_cast<std::uint64_t>(config_.seed), Stream::lab);
  const auto count = static_cast<std::size_t>(config_.rollouts);
  for (auto& each : environments.several(count + 1)) {
    places_.emplace_back(std::move(each), config.run().normalise_observations);
  }
  walker_ = algorithm.make_actor(1);
  actor_ = algorithm.make_actor(config_.rollouts);
  for (int n = 1; n <= config_.longest; n *= 2) lengths_.push_back({n, {}, {}});
}

/// Some steps after the last one.
std::vector<double> FrozenReturns::next_state() {
  Place& place = places_.front();
  Matrix observation(static_cast<int>(place.info().observation.size()), 1);
  Matrix action(place.info().action.width(), 1);
  for (int i = 0; i < kStepsBetweenStates; ++i) {
    if (!walking_) place.reset(rng_);
    place.observe(observation.col(0));
    walker_->act(observation, action, &rng_);
    walking_ = !place.step(action.col(0), rng_).ends();
  }
  if (!walking_) place.reset(rng_);
  walking_ = true;
  return state_of(place.environment());
}

bool FrozenReturns::advance() {
  const std::vector<double> state = next_state();
  const std::span places = std::span(places_).subspan(1);
  const auto count = static_cast<int>(places.size());
  Matrix observations(static_cast<int>(places_[0].info().observation.size()), count);
  Matrix actions(places_[0].info().action.width(), count);
  Critic critic(*critic_, count);
  std::vector<Rollout> rollouts(places.size());
  std::vector<std::vector<double>> trusting(places.size());  // returns by length
  for (Place& place : places) place.start(state);
  const auto each = [&](auto&& act) {
    for (int i = 0; i < count; ++i) {
      const auto k = static_cast<std::size_t>(i);
      if (rollouts[k].running) act(i, rollouts[k], places[k], trusting[k]);
    }
  };
  int running = count;
  for (int t = 0; running > 0; ++t) {
    each([&](int i, Rollout&, Place& place, auto&) { place.observe(observations.col(i)); });
    critic.look_again();
    each([&](int i, Rollout& rollout, Place&, std::vector<double>& returns) {
      if (returns.size() == lengths_.size() || lengths_[returns.size()].n != t) return;
      returns.push_back(rollout.sum + rollout.discount * critic.value(observations, i));
    });
    actor_->act(observations, actions, &rng_);
    each([&](int i, Rollout& rollout, Place& place, auto&) {
      const Place::Step step = place.step(actions.col(i), rng_);
      rollout.sum += rollout.discount * reward_scale_ * step.reward;
      rollout.discount *= step.terminated ? 0 : gamma_;
      rollout.running = !step.ends();
      if (step.ends()) place.observe(observations.col(i));
      running -= step.ends();
    });
    critic.look_again();
    for (int i = 0; i < count; ++i) {
      Rollout& rollout = rollouts[static_cast<std::size_t>(i)];
      if (rollout.running || rollout.discount == 0) continue;
      rollout.sum += rollout.discount * critic.value(observations, i);
      rollout.discount = 0;
    }
  }
  for (std::size_t k = 0; k < lengths_.size(); ++k) {
    Moments returns, bias;
    for (std::size_t i = 0; i < rollouts.size(); ++i) {
      const double G = k < trusting[i].size() ? trusting[i][k] : rollouts[i].sum;
      returns.add(G);
      bias.add(G - rollouts[i].sum);
    }
    const double noise = bias.standard_error();
    lengths_[k].squared_bias.add(bias.mean() * bias.mean() - noise * noise);
    lengths_[k].variance.add(returns.variance());
  }
  return ++states_done_ == config_.states;
}

std::vector<FrozenReturns::Row> FrozenReturns::rows() const {
  std::vector<Row> rows;
  for (const Length& each : lengths_) {
    rows.push_back({each.n, each.squared_bias.mean(), each.squared_bias.standard_error(),
                    each.variance.mean(), each.variance.standard_error()});
  }
  return rows;
}

}  // namespace acp
