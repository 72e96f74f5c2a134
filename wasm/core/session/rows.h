#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/lab/probe.h"
#include "core/session/series.h"

namespace acp {

/// Rows that a run reports. Times are wall-clock seconds spent in `train`, and the only thing in
/// them that differs between two runs of one configuration.
struct EpisodeRow {
  std::int64_t environment_steps;
  std::int64_t updates;
  double seconds;
  double total_reward;
  int length;
};
struct EvaluationRow {
  std::int64_t environment_steps;
  std::int64_t updates;
  double seconds;
  double mean_return;
  double standard_deviation;  ///< over the start states
  int states;
  double original_return;  ///< mean, by the task's own reward where another is written; else NaN
};
struct DiagnosticsRow {
  std::int64_t environment_steps;
  std::int64_t updates;
  double seconds;
  std::vector<double> metrics;  ///< as the algorithm's `metrics`; NaN where nothing was measured
};
struct ProbeRow {
  std::int64_t environment_steps;
  std::int64_t updates;
  double seconds;
  std::span<const GradientProbe::Reading> readings;  ///< of `probed_estimators`
};

/// Receives rows as they come, in order.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void episode(const EpisodeRow&) {}
  virtual void evaluation(const EvaluationRow&) {}
  virtual void diagnostics(const DiagnosticsRow&) {}
  virtual void probe(const ProbeRow&) {}
};

/// Keeps rows, in bins where there are many, and hands the changes to the next frame.
class FrameRows final : public Listener {
 public:
  /// For so many metrics and readings of a probe.
  FrameRows(std::size_t metrics, std::size_t probes);

  void episode(const EpisodeRow& row) override;
  void evaluation(const EvaluationRow& row) override;
  void diagnostics(const DiagnosticsRow& row) override;
  void probe(const ProbeRow& row) override;

  /// Packs one section for each kind of row.
  static constexpr int kSections = 4;
  void pack(FramePacker& packer);

 private:
  Series episodes_;
  Series evaluations_;
  Series diagnostics_;
  Series probes_;
  std::vector<double> readings_;
};

}  // namespace acp
