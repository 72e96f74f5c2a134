#include "core/session/reporter.h"

#include "core/base/statistics.h"

namespace acp {
namespace {

std::string diagnosis(const std::string& what, std::int64_t step) {
  return "Diverged: " + what + " is no longer a finite number at environment step " +
         std::to_string(step) +
         ". Usual causes: a learning rate that is too large, a target network that follows too "
         "fast, or rewards on a large scale.";
}

}  // namespace

Reporter::Reporter(const RunConfig& config, const Instances& environments, Algorithm& algorithm)
    : config_(&config),
      algorithm_(&algorithm),
      evaluation_(environments, algorithm, Starts(environments.first()),
                  config.run().normalise_observations),
      metrics_(algorithm.metrics().size()),
      rows_(metrics_.size(), probes().size()) {}

void Reporter::report(const Stepper::Outcome& outcome, Progress& progress) {
  const RunParameters& run = config_->run();
  const auto steps = progress.steps, updates = progress.updates;
  if (outcome.ended) {
    const Episode& ended = *outcome.ended;
    progress.add_episode(ended.total_reward);
    listener_->episode({steps, updates, progress.seconds, ended.total_reward, ended.length});
  }
  if (steps % kHealthCheckEvery == 0) check(progress);
  const bool healthy = progress.status.empty();
  if (healthy && run.evaluate_every > 0 && steps % run.evaluate_every == 0) evaluate(progress);
  if (steps % run.diagnostics_every == 0) diagnose(progress);
  if (run.probe_every > 0 && updates % run.probe_every < outcome.updates) probe(progress);
}

void Reporter::check(Progress& progress) const {
  const std::string what = algorithm_->non_finite();
  if (!what.empty()) progress.status = diagnosis(what, progress.steps);
}

void Reporter::evaluate(const Progress& progress) {
  Moments returns, originals;
  for (const auto& episode : evaluation_.run()) {
    returns.add(episode.total_reward);
    originals.add(episode.original_reward);
  }
  const double deviation = returns.count() > 1 ? returns.standard_deviation() : 0;
  listener_->evaluation({progress.steps, progress.updates, progress.seconds, returns.mean(),
                         deviation, static_cast<int>(returns.count()), originals.mean()});
}

void Reporter::diagnose(const Progress& progress) {
  algorithm_->take_metrics(metrics_);
  listener_->diagnostics({progress.steps, progress.updates, progress.seconds, metrics_});
}

void Reporter::probe(const Progress& progress) {
  if (!probe_) {
    const auto problem = algorithm_->gradient_problem();
    if (!problem) return;
    probe_.emplace(*problem);
  }
  const auto seed = static_cast<std::uint64_t>(config_->run().seed);
  const auto readings = probe_->measure(seed, progress.updates);
  listener_->probe({progress.steps, progress.updates, progress.seconds, readings});
}

std::span<const Option> Reporter::probes() const {
  return probed_estimators(config_->algorithm_entry().head);
}

}  // namespace acp
