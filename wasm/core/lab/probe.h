// What single estimates of a policy gradient scatter, in head space, as a run learns. With
// estimates g_1, ..., g_R of state s, their mean m_s, and averages over states:
//
//     variance               mean_s tr Cov(g)
//     signal to noise        mean_s |E g|^2 / mean_s tr Cov(g),   |E g|^2 ~ |m_s|^2 - tr Cov(g) / R
//
// Standard errors are those between states, of the ratio by linearisation.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/algo/gradient_problem.h"
#include "core/base/parameters.h"
#include "core/base/statistics.h"

namespace acp {

/// What a probe measures: first the estimator that trains, then alternatives to it.
std::span<const Option> probed_estimators(std::optional<PolicyHead> head);

/// Measures estimators on what an algorithm's actor ascends, in replayed states. Draws from a
/// stream of its own, which follows from the seed and the number of updates. Allocates at
/// construction only.
class GradientProbe {
 public:
  static constexpr int kStates = 64, kRepeats = 16;
  static constexpr std::size_t kEstimators = 4;  ///< for either kind of head

  struct Reading {
    double variance = NAN;
    double variance_error = NAN;
    double signal_to_noise = NAN;
    double signal_to_noise_error = NAN;
  };

  explicit GradientProbe(const GradientProblem& problem);

  /// One reading for each of `probed_estimators`; NaN for an alternative that is the one that
  /// trains. Something must be stored.
  std::span<const Reading> measure(std::uint64_t seed, std::int64_t updates);

 private:
  /// An estimator of either kind, or neither.
  struct Probed {
    std::unique_ptr<GradientEstimator> gaussian;
    std::unique_ptr<CriticObjective> objective;
    std::unique_ptr<CategoricalEstimator> categorical;
  };

  template <class Config>
  void set_all(const Config& active, std::span<const Config, kEstimators - 1> others);
  void set(Probed& probed, const EstimatorConfig& config);
  void set(Probed& probed, const CategoricalEstimatorConfig& config);
  void estimate(Probed& probed, const Matrix& head, Rng& rng);
  Reading reading() const;

  GradientProblem problem_;
  Batch batch_;
  MlpPass policy_;
  MlpPass critic_;
  Matrix values_;  ///< f of choices
  Matrix gradient_;
  std::vector<Moments> moments_;  ///< of each number of the gradient
  std::array<Probed, kEstimators> probed_;
  std::array<Reading, kEstimators> readings_;
};

}  // namespace acp
