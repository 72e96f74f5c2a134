// What the variance of a gradient estimator does to learning. Plain ascent on a quadratic bandit,
//
//     f(a) = -|a|^2 / 2,   a ~ N(mu, sigma^2 I),   mu <- mu + eta * estimate(d E[f] / d mu),
//
// from mu_i = 1 until the mean over the seeds of the excess |mu|^2 / 2 is at most 0.005 per
// dimension. An unbiased estimate with covariance C(mu) gives exactly
//
//     E|mu'|^2 = (1 - eta)^2 |mu|^2 + eta^2 tr C(mu).
//
// tr C is free of mu for reparameterization and linear in |mu|^2 with leave-one-out, so the
// recursion holds for expectations too. Without a baseline it is convex in |mu|^2, and the
// recursion a bound from below (Jensen). Each estimator gets the step of 0.4 / sqrt(2)^k that is
// there first. Without noise a step of 1 would arrive at once: hence the cap.
#include "core/lab/race.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/base/statistics.h"
#include "core/base/stopwatch.h"
#include "core/lab/subject.h"

namespace acp {
namespace {

constexpr double kStart = 1;
constexpr double kTarget = 0.005;
constexpr double kLargestStep = 0.4;
constexpr double kSmallestStep = kLargestStep / 1024;
constexpr double kStepRatio = 0.70710678118654752;
constexpr double kHopeless = 1.25;  // times the iterations of the best step
constexpr int kMostIterations = 5000;
constexpr double kLost = 1e3;  // times the excess at the start
constexpr double kSpacing = 1.05;

RaceConfig parse(std::string_view text) {
  std::vector<std::string> errors;
  RaceConfig config;
  set_parameters(config, text, errors);
  throw_if_any(errors);
  return config;
}

void sort(Race::PerSeed& values) {
  for (auto end = values.begin(); end != values.end(); ++end) {
    std::rotate(std::upper_bound(values.begin(), end, *end), end, end + 1);
  }
}

/// The number that a share of the sorted `values` does not exceed.
double quantile(const Race::PerSeed& values, double share) {
  return values[static_cast<std::size_t>(std::ceil(share * Race::kSeeds)) - 1];
}

}  // namespace

double pathwise_noise(int d, double sigma, int batch, double /*m*/) {
  return d * sigma * sigma / batch;
}

double score_noise(Baseline baseline, int d, double sigma, int batch, double m) {
  const double variance = sigma * sigma;
  const double perfect = (d + 1) * m + (d + 4) * d * variance / 2;
  if (baseline == Baseline::leave_one_out) {
    // A sample covariance of f and the score: K Var = perfect + (|g|^2 + Var f tr Var S) / (K - 1).
    const double variance_of_f = m * variance + d * variance * variance / 2;
    return (perfect + (m + variance_of_f * d / variance) / (batch - 1)) / batch;
  }
  const double value = -(m + d * variance) / 2;
  return (perfect + d * (value * value / variance - 2 * value)) / batch;
}

double variance_ratio(int d, double sigma, double g_squared, double h_squared) {
  return (d + 1) * g_squared / (sigma * sigma * h_squared) + (d + 4) / 2.0;
}

void RaceConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Race";
  v.integer({.name = "dimensions",
             .title = "dimensions",
             .symbol = "d",
             .group = group,
             .help = "Of the action."},
            dimensions, {1, 32, Scale::log});
  v.number({.name = "sigma",
            .title = "standard deviation",
            .symbol = "\\sigma",
            .group = group,
            .help = "Of the policy, fixed."},
           sigma, {0.01, 1, Scale::log});
  v.integer(
      {.name = "batch", .title = "batch", .group = group, .help = "Action samples per iteration."},
      batch, {2, 64, Scale::log});
  v.integer({.name = "seed",
             .title = "seed",
             .group = group,
             .help = "Same seed, same bits, on every machine."},
            seed, {0, 2147483647});
}

Race::Race(std::string_view config)
    : config_(parse(config)),
      contestants_{{{"reparameterization", Baseline::none},
                    {"score_function", Baseline::leave_one_out},
                    {"score_function", Baseline::none}}},
      rng_(0, Stream::lab),
      objective_(-0.5, 0, 0),
      phi_(2 * config_.dimensions, kSeeds),
      gradient_(2 * config_.dimensions, kSeeds) {
  begin(kLargestStep);
}

bool Race::advance(double milliseconds) {
  const Stopwatch stopwatch;
  while (running_ < contestants_.size()) {
    iterate();
    if (stopwatch.seconds() * 1000 >= milliseconds) break;
  }
  return running_ == contestants_.size();
}

void Race::begin(double step) {
  const Contestant& contestant = current();
  estimator_ = make_estimator(EstimatorConfig{.kind = estimator_index(contestant.estimator),
                                              .baseline = contestant.baseline,
                                              .action_samples = config_.batch},
                              config_.dimensions, kSeeds);
  const Scalar log_sigma = math::log(static_cast<Scalar>(config_.sigma));
  for (int j = 0; j < kSeeds; ++j) {
    for (int i = 0; i < config_.dimensions; ++i) {
      phi_(i, j) = static_cast<Scalar>(kStart);
      phi_(config_.dimensions + i, j) = log_sigma;
    }
  }
  rng_ = Rng(static_cast<std::uint64_t>(config_.seed), Stream::lab);
  attempt_ = {};
  attempt_.step = step;
  attempt_.expected = config_.dimensions * kStart * kStart;
  next_point_ = 1;
}

double Race::noise() const {
  const auto [d, sigma, batch, m] =
      std::tuple(config_.dimensions, config_.sigma, config_.batch, attempt_.expected);
  const Contestant& contestant = contestants_[running_];
  return running_ == 0 ? pathwise_noise(d, sigma, batch, m)
                       : score_noise(contestant.baseline, d, sigma, batch, m);
}

void Race::iterate() {
  estimator_->draw(rng_);
  estimator_->estimate({phi_, Squash::none}, objective_, 0, gradient_);
  const int iteration = ++attempt_.iteration;
  const double kept = 1 - attempt_.step;
  attempt_.expected = kept * kept * attempt_.expected + attempt_.step * attempt_.step * noise();
  bool lost = false;
  double sum = 0;
  PerSeed excess;
  for (int j = 0; j < kSeeds; ++j) {
    double squares = 0;
    for (int i = 0; i < config_.dimensions; ++i) {
      phi_(i, j) += static_cast<Scalar>(attempt_.step) * gradient_(i, j);
      squares += static_cast<double>(phi_(i, j)) * static_cast<double>(phi_(i, j));
    }
    const auto seed = static_cast<std::size_t>(j);
    excess[seed] = squares / (2 * config_.dimensions);
    sum += excess[seed];
    if (!(excess[seed] <= kLost * kStart * kStart / 2)) lost = true;
    if (excess[seed] <= kTarget && attempt_.arrivals[seed] == 0) {
      attempt_.arrivals[seed] = iteration;
      ++attempt_.arrived;
    }
  }
  if (attempt_.reached == 0 && sum <= kTarget * kSeeds) attempt_.reached = iteration;
  const Attempt& best = current().best;
  const bool hopeless =
      best.step > 0 && attempt_.reached == 0 && iteration > kHopeless * best.reached;
  const bool arrived = attempt_.reached > 0 && attempt_.arrived == kSeeds;
  const bool over = lost || hopeless || arrived || iteration >= kMostIterations;
  if (over || iteration == next_point_) record(excess);
  if (over) conclude();
}

void Race::record(PerSeed excess) {
  Moments moments;
  for (const double x : excess) moments.add(x);
  sort(excess);
  const int iteration = attempt_.iteration;
  Curve& curve = attempt_.curve;
  curve.iteration.push_back(iteration);
  curve.mean.push_back(moments.mean());
  curve.error.push_back(moments.standard_error());
  curve.lower.push_back(quantile(excess, 0.25));
  curve.upper.push_back(quantile(excess, 0.75));
  curve.expected.push_back(attempt_.expected / (2 * config_.dimensions));
  next_point_ = std::max(iteration + 1, static_cast<int>(kSpacing * iteration));
}

void Race::conclude() {
  Contestant& contestant = current();
  const Attempt& best = contestant.best;
  const double step = attempt_.step;
  const bool has_best = best.step > 0;
  const bool has_arrived = attempt_.reached > 0 && attempt_.arrived == kSeeds;
  const bool hopeless = has_best && (!has_arrived || attempt_.reached > kHopeless * best.reached);
  if (has_arrived && (!has_best || attempt_.reached < best.reached)) {
    sort(attempt_.arrivals);
    contestant.best = std::move(attempt_);
  }
  contestant.finished = hopeless || step <= kSmallestStep;
  if (!contestant.finished) {
    begin(step * kStepRatio);
  } else if (++running_ < contestants_.size()) {
    begin(kLargestStep);
  }
}

std::string Race::result() const {
  const int d = config_.dimensions;
  JsonWriter json;
  json.begin_object().member("dimensions", d).member("sigma", config_.sigma);
  json.member("batch", config_.batch).member("seed", config_.seed).member("seeds", kSeeds);
  json.member("start", kStart).member("target", kTarget).member("largest_step", kLargestStep);
  json.member("most_iterations", kMostIterations);
  json.member("ratio_at_optimum", variance_ratio(d, config_.sigma, 0, d));
  json.member("ratio_at_start", variance_ratio(d, config_.sigma, d * kStart * kStart, d));
  json.member("finished", running_ == contestants_.size()).key("contestants").begin_array();
  for (std::size_t i = 0; i < contestants_.size(); ++i) {
    const Contestant& contestant = contestants_[i];
    const Attempt& best = contestant.best;
    const bool pathwise = i == 0;
    json.begin_object().member("estimator", contestant.estimator);
    json.member("baseline",
                contestant.baseline == Baseline::leave_one_out ? "leave_one_out" : "none");
    json.member("forward", config_.batch).member("backward", pathwise ? config_.batch : 0);
    json.member("finished", contestant.finished);
    json.member("trying", i == running_ ? attempt_.step : NAN);
    json.member("step", best.step > 0 ? best.step : NAN);
    json.member("reached", best.step > 0 ? best.reached : NAN).key("iterations").begin_array();
    if (best.step > 0) {
      for (const double share : {0.25, 0.5, 0.75, 1.0}) json.value(quantile(best.arrivals, share));
    }
    json.end_array();
    json.key("curve").begin_object();
    json.array("iteration", best.curve.iteration).array("mean", best.curve.mean);
    json.array("mean_standard_error", best.curve.error).array("expected", best.curve.expected);
    json.array("lower", best.curve.lower).array("upper", best.curve.upper);
    json.end_object().end_object();
  }
  return json.end_array().end_object().take();
}

}  // namespace acp
