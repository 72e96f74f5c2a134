#include "core/session/viewer.h"

namespace acp {

Viewer::Viewer(std::unique_ptr<Environment> environment, const Algorithm& algorithm,
               std::uint64_t seed, bool normalise)
    : place_(std::move(environment), normalise),
      stream_(seed, Stream::viewer),
      actor_(algorithm.make_actor(1)),
      observation_(static_cast<int>(place_.info().observation.size()), 1),
      action_(place_.info().action.width(), 1),
      draw_(place_.info().draw.size()) {
  restart();
}

void Viewer::restart() {
  place_.reset(stream_);
  over_ = false;
}

void Viewer::kick(double strength) {
  if (Pointer* pointer = place_.environment().pointer()) pointer->kick(strength);
}

void Viewer::drag(double x, double y) {
  if (Pointer* pointer = place_.environment().pointer()) pointer->drag(x, y);
}

void Viewer::step(bool stochastic) {
  if (over_) return restart();
  place_.observe(observation_.col(0));
  actor_->act(observation_, action_, stochastic ? &stream_ : nullptr);
  over_ = place_.step(action_.col(0), stream_).ends();
}

std::span<const float> Viewer::draw() {
  if (const Drawing* drawing = place_.environment().drawing()) drawing->draw(draw_);
  return draw_;
}

}  // namespace acp
