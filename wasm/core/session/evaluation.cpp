#include "core/session/evaluation.h"

#include <algorithm>

namespace acp {
namespace {

/// Evaluated at once.
constexpr std::size_t kPart = 256;

/// Of one part after the other.
class PartsListener final : public ProgressListener {
 public:
  PartsListener(ProgressListener* whole, double count) : whole_(whole), count_(count) {}
  void begin(std::size_t first, std::size_t last) {
    first_ = static_cast<double>(first);
    last_ = static_cast<double>(last);
  }
  void at(double share) override {
    if (whole_ != nullptr) whole_->at((first_ + share * (last_ - first_)) / count_);
  }

 private:
  ProgressListener* whole_;
  double count_;
  double first_ = 0, last_ = 0;
};

}  // namespace

TaskShape task_shape(const EnvironmentInfo& info) {
  return {static_cast<int>(info.observation.size()), info.action.size(), info.action.discrete,
          info.states};
}

void Starts::bring(Place& place, std::size_t i, Rng& chance) const {
  if (states_.empty()) {
    place.reset(chance);
  } else {
    place.start(states_[i]);
  }
}

Evaluation::Evaluation(Environments environments, const Algorithm& algorithm, Starts starts,
                       bool normalise)
    : starts_(std::move(starts)),
      actor_(algorithm.make_actor(static_cast<int>(starts_.size()))),
      running_(starts_.size()),
      episodes_(starts_.size()) {
  const EnvironmentInfo& info = environments.front()->info();
  const auto count = static_cast<int>(starts_.size());
  observations_ = Matrix(static_cast<int>(info.observation.size()), count);
  actions_ = Matrix(info.action.width(), count);
  for (auto& each : environments) places_.emplace_back(std::move(each), normalise);
}

std::span<const Episode> Evaluation::run() {
  Rng rng(1, Stream::evaluation);
  return run(rng, nullptr, nullptr);
}

std::span<const Episode> Evaluation::run(Rng& rng, Rng* noise, ProgressListener* progress) {
  const int limit = places_.front().info().time_limit;
  int steps = 0;
  Rng chance = Starts::chance();
  for (std::size_t i = 0; i < places_.size(); ++i) {
    starts_.bring(places_[i], i, chance);
    running_[i] = true;
  }
  for (std::size_t running = places_.size(); running > 0;) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      places_[i].observe(observations_.col(static_cast<int>(i)));
    }
    actor_->act(observations_, actions_, noise);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!running_[i] || !places_[i].step(actions_.col(static_cast<int>(i)), rng).ends()) continue;
      episodes_[i] = places_[i].episode();
      running_[i] = false;
      --running;
    }
    if (progress != nullptr) progress->at(static_cast<double>(++steps) / limit);
  }
  return episodes_;
}

std::vector<Episode> evaluate_all(const Instances& environments, const Algorithm& algorithm,
                                  const std::vector<std::vector<double>>& states, bool normalise,
                                  ProgressListener* progress, bool stochastic) {
  const std::size_t count = Starts(states).size();
  PartsListener part(progress, static_cast<double>(count));
  Rng rng(1, Stream::evaluation), noise(1, Stream::policy);
  std::vector<Episode> episodes;
  for (std::size_t first = 0; first < count; first += kPart) {
    const std::size_t last = std::min(first + kPart, count);
    part.begin(first, last);
    const auto at = [&](std::size_t i) {
      return states.begin() + static_cast<std::ptrdiff_t>(std::min(i, states.size()));
    };
    Evaluation evaluation(environments, algorithm, Starts({at(first), at(last)}), normalise);
    const auto some = evaluation.run(rng, stochastic ? &noise : nullptr, &part);
    episodes.insert(episodes.end(), some.begin(), some.end());
  }
  return episodes;
}

}  // namespace acp
