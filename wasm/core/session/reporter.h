#pragma once

#include <optional>
#include <vector>

#include "core/session/config.h"
#include "core/session/evaluation.h"
#include "core/session/progress.h"
#include "core/session/rows.h"
#include "core/session/stepper.h"

namespace acp {

/// Environment steps between looks at the parameters for numbers that are not finite.
inline constexpr int kHealthCheckEvery = 64;

/// Says how a run is doing, in rows to whoever listens.
class Reporter {
 public:
  /// All must outlive it.
  Reporter(const RunConfig& config, const Instances& environments, Algorithm& algorithm);

  /// After a step, with what it has led to already in `progress`; adds to it an episode that has
  /// ended, and what is wrong.
  void report(const Stepper::Outcome& outcome, Progress& progress);
  /// Stops a run whose parameters are not finite any more.
  void check(Progress& progress) const;
  /// Live parameters have changed.
  void tuned() { probe_.reset(); }

  void listen(Listener* listener) { listener_ = listener != nullptr ? listener : &rows_; }
  /// What `ProbeRow::readings` are of.
  std::span<const Option> probes() const;
  /// Packs what has changed in the rows that nobody listened to.
  void pack(FramePacker& packer) { rows_.pack(packer); }

 private:
  void evaluate(const Progress& progress);
  void diagnose(const Progress& progress);
  void probe(const Progress& progress);

  const RunConfig* config_;
  Algorithm* algorithm_;
  Evaluation evaluation_;
  std::vector<double> metrics_;
  std::optional<GradientProbe> probe_;
  FrameRows rows_;
  Listener* listener_ = &rows_;
};

}  // namespace acp
