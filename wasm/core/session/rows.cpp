#include "core/session/rows.h"

#include <array>

namespace acp {
namespace {

using Rule = Series::Rule;

template <class Row>
Series::Time time_of(const Row& row) {
  return {row.environment_steps, row.updates, row.seconds};
}

Rule of_episodes(std::size_t column) {
  constexpr std::array kRules{Rule::mean, Rule::lowest, Rule::highest, Rule::mean};
  return kRules[column];
}
Rule of_evaluations(std::size_t column) {
  constexpr std::array kRules{Rule::mean, Rule::lowest, Rule::highest, Rule::last,
                              Rule::mean, Rule::mean,   Rule::mean};
  return kRules[column];
}
Rule of_metrics(std::size_t) { return Rule::mean; }
Rule of_readings(std::size_t column) { return column % 2 == 0 ? Rule::mean : Rule::error; }

}  // namespace

FrameRows::FrameRows(std::size_t metrics, std::size_t probes)
    : episodes_(4, of_episodes),
      evaluations_(7, of_evaluations),
      diagnostics_(metrics, of_metrics),
      probes_(4 * probes, of_readings) {}

void FrameRows::episode(const EpisodeRow& row) {
  const double total = row.total_reward;
  episodes_.add(time_of(row), std::array{total, total, total, static_cast<double>(row.length)});
}

void FrameRows::evaluation(const EvaluationRow& row) {
  const double mean = row.mean_return;
  evaluations_.add(time_of(row), std::array{mean, mean, mean, mean, row.standard_deviation,
                                            static_cast<double>(row.states), row.original_return});
}

void FrameRows::diagnostics(const DiagnosticsRow& row) {
  diagnostics_.add(time_of(row), row.metrics);
}

void FrameRows::probe(const ProbeRow& row) {
  readings_.clear();
  for (const auto& reading : row.readings) {
    for (const double x : {reading.variance, reading.variance_error, reading.signal_to_noise,
                           reading.signal_to_noise_error}) {
      readings_.push_back(x);
    }
  }
  probes_.add(time_of(row), readings_);
}

void FrameRows::pack(FramePacker& packer) {
  episodes_.pack(packer, FramePacker::kEpisodes);
  evaluations_.pack(packer, FramePacker::kEvaluations);
  diagnostics_.pack(packer, FramePacker::kDiagnostics);
  probes_.pack(packer, FramePacker::kProbes);
}

}  // namespace acp
