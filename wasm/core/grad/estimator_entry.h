#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"

namespace acp {

class CategoricalEstimator;
class GradientEstimator;

/// What is subtracted from f(s, a) - alpha log pi(a|s).
enum class Baseline {
  none,
  leave_one_out,  ///< the mean over the other action samples of the same state
  value,          ///< V(s): exact for choices, else from samples independent of this one
  given,          ///< constants from `set_baseline`; for the gradient lab
};

/// How an estimator is to estimate.
struct EstimatorSettings {
  Baseline baseline = Baseline::none;
  int action_samples = 1;            ///< K, per state
  int baseline_samples = 4;          ///< M, per state, for Baseline::value
  std::span<const double> own = {};  ///< of `EstimatorEntry::options`, in order
};

/// Critic evaluations that one estimate in one state takes.
struct EvaluationCost {
  int forward;   ///< actions judged
  int backward;  ///< of these, actions for which the gradient was taken too
};

/// A number that only one estimator knows.
struct EstimatorOption {
  const char* name;           ///< in the lab, as in `finite_difference:h=0.1`
  const char* training_name;  ///< beside the algorithm's parameters
  const char* title;
  const char* symbol;  ///< LaTeX
  const char* help;    ///< one sentence
  double initial;
  Range range;
};

enum class Unbiased { always, where_continuous, never };

/// All that is known of an estimator. Of the two ways to make one, that of its kind of policy is
/// there; `action_size` is the number of dimensions, or of choices.
struct EstimatorEntry {
  Option about;
  const char* formula;            ///< LaTeX
  const char* lab_id = about.id;  ///< its name in the lab, which one for each kind may share
  Unbiased unbiased;  ///< as an estimate of the policy's gradient, f being the objective
  bool has_baseline = false;
  bool judges_samples = false;  ///< `values()` are those of its `samples()`
  std::span<const EstimatorOption> options = {};
  EvaluationCost (*cost)(const EstimatorSettings& settings, int action_size);
  std::unique_ptr<GradientEstimator> (*make)(const EstimatorSettings& settings, int action_size,
                                             int states) = nullptr;
  std::unique_ptr<CategoricalEstimator> (*make_categorical)(const EstimatorSettings& settings,
                                                            int action_size, int states) = nullptr;

  bool categorical() const { return make_categorical != nullptr; }
};

/// Every estimator that trains, of Gaussian policies.
std::span<const EstimatorEntry> estimators();
/// The same of categorical policies.
std::span<const EstimatorEntry> categorical_estimators();
/// These, and those that only the gradient lab has a use for.
std::vector<const EstimatorEntry*> all_estimators();

/// The place among `entries` of one that is there.
int index_of(std::span<const EstimatorEntry> entries, std::string_view id);
inline int estimator_index(std::string_view id) { return index_of(estimators(), id); }

/// The values of all options of `entries`, one entry after the other, as they are at first.
std::vector<double> own_initially(std::span<const EstimatorEntry> entries);
/// Of these, what `entries[kind]` gets.
std::span<const double> own_of(std::span<const EstimatorEntry> entries, int kind,
                               std::span<const double> own);
/// Names each of them once, of which `kind` is the chosen one, and what goes with all of them.
void visit_own(std::span<const EstimatorEntry> entries, std::vector<double>& own, const char* group,
               ParameterVisitor& visitor);
/// The choices of those with a baseline, as `About::when` has them.
std::string when_baseline(std::span<const EstimatorEntry> entries);
/// Whether the baseline of `entries[kind]` has the samples that it needs; `key: message`.
Complaint check_baseline(const EstimatorEntry& entry, Baseline baseline, int action_samples,
                         std::string_view owner);

}  // namespace acp
