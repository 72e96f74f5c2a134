#pragma once

#include <span>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/session/frame.h"

namespace acp {

/// Two axes: components of the state, numbered from 0, or after them dimensions of a continuous
/// action; -1 for none.
struct FieldAxes {
  int across;
  int up;
  int columns = 0;  ///< cells; 0 for a usual number
  int rows = 0;
};

/// Packs what the critic, if there is one, and the policy say over two axes (docs/boundary.md). All
/// else is held still: the state at `now`, the action at the policy's own. Moves `place` about,
/// which must have a snapshot. Throws `ConfigError`.
void pack_field(const FieldAxes& axes, Environment& place, std::span<const double> now,
                const Algorithm& algorithm, bool normalise, FramePacker& packer);

/// Likewise along one dimension of a continuous action, or for every choice with -1, in the state
/// that the networks see as `observation`.
void pack_actions(int dimension, std::span<const double> observation, Environment& place,
                  const Algorithm& algorithm, bool normalise, FramePacker& packer);

}  // namespace acp
