#pragma once

#include "core/env/environment.h"

namespace acp {

/// An environment that can do all but say its model: those of this project.
class Simulation : public Environment, public Snapshot, public Drawing, public Pointer {
 public:
  Snapshot* snapshot() final { return this; }
  const Drawing* drawing() const final { return this; }
  Pointer* pointer() final { return this; }
  std::unique_ptr<Environment> clone() const override = 0;
  std::vector<std::vector<double>> evaluation_states() const override = 0;
};

/// `count` states that `reset` makes, always the same: to evaluate on, where no grid suggests
/// itself. Of an environment with a snapshot, and clones.
std::vector<std::vector<double>> drawn_states(const Environment& environment, int count);

}  // namespace acp
