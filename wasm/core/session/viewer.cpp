#include "core/session/viewer.h"

#include <algorithm>

namespace acp {

Viewer::Viewer(std::unique_ptr<Environment> environment, const Algorithm& algorithm,
               std::uint64_t seed, bool normalise)
    : environment_(std::move(environment)),
      stream_(seed, Stream::viewer),
      actor_(algorithm.make_actor(1)),
      observation_(static_cast<int>(environment_->info().observation.size()), 1),
      action_(environment_->info().action.width(), 1),
      observer_(environment_->info(), normalise),
      applied_(static_cast<std::size_t>(environment_->info().action.width())),
      draw_(environment_->info().draw.size()) {
  environment_->reset(stream_);
}

void Viewer::step(bool stochastic) {
  const auto& info = environment_->info();
  if (steps_ == info.time_limit) {
    environment_->reset(stream_);
    steps_ = length_ = 0;
    total_reward_ = 0;
    return;
  }
  observer_.observe(*environment_, observation_.col(0));
  actor_->act(observation_, action_, stochastic ? &stream_ : nullptr);
  ActionScale(info.action).to_environment(action_.col(0), applied_);
  const auto [reward, terminated] = environment_->step(applied_, stream_);
  total_reward_ += reward;
  ++length_;
  steps_ = terminated ? info.time_limit : steps_ + 1;
}

std::span<const float> Viewer::draw() {
  environment_->draw(draw_);
  return draw_;
}

}  // namespace acp
