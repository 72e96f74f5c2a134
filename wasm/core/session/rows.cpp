#include "core/session/rows.h"

namespace acp {
namespace {

constexpr int kCounters = 3, kReadingColumns = 4;

template <class Row>
void append_counters(std::vector<float>& to, const Row& row) {
  to.push_back(static_cast<float>(row.environment_steps));
  to.push_back(static_cast<float>(row.updates));
  to.push_back(static_cast<float>(row.seconds));
}

}  // namespace

void FrameRows::episode(const EpisodeRow& row) {
  append_counters(episodes_, row);
  episodes_.push_back(static_cast<float>(row.total_reward));
  episodes_.push_back(static_cast<float>(row.length));
}

void FrameRows::evaluation(const EvaluationRow& row) {
  append_counters(evaluations_, row);
  evaluations_.push_back(static_cast<float>(row.mean_return));
  evaluations_.push_back(static_cast<float>(row.standard_deviation));
  evaluations_.push_back(static_cast<float>(row.states));
}

void FrameRows::diagnostics(const DiagnosticsRow& row) {
  append_counters(diagnostics_, row);
  for (const double x : row.metrics) diagnostics_.push_back(static_cast<float>(x));
}

void FrameRows::probe(const ProbeRow& row) {
  append_counters(probes_, row);
  for (const auto& reading : row.readings) {
    for (const double x : {reading.variance, reading.variance_error, reading.signal_to_noise,
                           reading.signal_to_noise_error}) {
      probes_.push_back(static_cast<float>(x));
    }
  }
}

void FrameRows::pack(FramePacker& packer, std::size_t metrics, std::size_t probes) {
  packer.section(FramePacker::kEpisodes, episodes_, 5);
  packer.section(FramePacker::kEvaluations, evaluations_, 6);
  packer.section(FramePacker::kDiagnostics, diagnostics_, kCounters + static_cast<int>(metrics));
  packer.section(FramePacker::kProbes, probes_,
                 kCounters + kReadingColumns * static_cast<int>(probes));
  for (auto* rows : {&episodes_, &evaluations_, &diagnostics_, &probes_}) rows->clear();
}

}  // namespace acp
