// What the variance of a gradient estimator does to learning. Plain ascent on a quadratic bandit,
//
//     f(a) = -|a|^2 / 2,   a ~ N(mu, sigma^2 I),   mu <- mu + step * estimate(d E[f] / d mu),
//
// from mu_i = 0.8 until the excess |mu|^2 / 2 is at most 0.005 per dimension. The step sizes are
// 0.4 / 2^k; the best is the one with which the slowest seed is there first. The estimator is the
// one that trains. The largest step matters: without noise a step of 1 would arrive at once.
#include "core/lab/race.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "core/base/json.h"
#include "core/base/math.h"

namespace acp {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kStart = 0.8;
constexpr double kTarget = 0.005;
constexpr double kLargestStep = 0.4;
constexpr double kSmallestStep = kLargestStep / 1024;
constexpr int kMostIterations = 3000;
constexpr double kLost = 1e3;  // times the excess at the start
constexpr double kSpacing = 1.05;

RaceConfig parse(std::string_view text) {
  std::vector<std::string> errors;
  RaceConfig config;
  for (const auto& [key, value] : split_pairs(text, errors)) {
    if (const auto complaint = set_parameter(config, key, value); !complaint.empty()) {
      errors.push_back(key + ": " + complaint);
    }
  }
  std::string lines;
  for (const auto& error : errors) lines += (lines.empty() ? "" : "\n") + error;
  if (!lines.empty()) throw std::invalid_argument(lines);
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
  const auto start = Clock::now();
  while (running_ < contestants_.size()) {
    iterate();
    const std::chrono::duration<double, std::milli> elapsed = Clock::now() - start;
    if (elapsed.count() >= milliseconds) break;
  }
  return running_ == contestants_.size();
}

void Race::begin(double step) {
  const Contestant& contestant = current();
  estimator_ = make_estimator({.kind = estimator_index(contestant.estimator),
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
  next_point_ = 1;
}

void Race::iterate() {
  estimator_->draw(rng_);
  estimator_->estimate({phi_, Squash::none}, objective_, 0, gradient_);
  const int iteration = ++attempt_.iteration;
  bool lost = false;
  PerSeed excess;
  for (int j = 0; j < kSeeds; ++j) {
    double squares = 0;
    for (int i = 0; i < config_.dimensions; ++i) {
      phi_(i, j) += static_cast<Scalar>(attempt_.step) * gradient_(i, j);
      squares += static_cast<double>(phi_(i, j)) * static_cast<double>(phi_(i, j));
    }
    const auto seed = static_cast<std::size_t>(j);
    excess[seed] = squares / (2 * config_.dimensions);
    if (!(excess[seed] <= kLost * kStart * kStart / 2)) lost = true;
    if (excess[seed] <= kTarget && attempt_.arrivals[seed] == 0) {
      attempt_.arrivals[seed] = iteration;
      ++attempt_.arrived;
    }
  }
  const Attempt& best = current().best;
  const bool too_late = iteration >= (best.step > 0 ? best.iteration : kMostIterations);
  const bool over = lost || too_late || attempt_.arrived == kSeeds;
  if (over || iteration == next_point_) record(excess);
  if (over) conclude();
}

void Race::record(PerSeed excess) {
  double sum = 0;
  for (const double x : excess) sum += x;
  sort(excess);
  const int iteration = attempt_.iteration;
  Curve& curve = attempt_.curve;
  curve.iteration.push_back(iteration);
  curve.mean.push_back(sum / kSeeds);
  curve.lower.push_back(quantile(excess, 0.25));
  curve.upper.push_back(quantile(excess, 0.75));
  next_point_ = std::max(iteration + 1, static_cast<int>(kSpacing * iteration));
}

void Race::conclude() {
  Contestant& contestant = current();
  const double step = attempt_.step;
  const bool has_best = contestant.best.step > 0;
  const bool is_better =
      attempt_.arrived == kSeeds && (!has_best || attempt_.iteration < contestant.best.iteration);
  if (is_better) {
    contestant.best = std::move(attempt_);
    sort(contestant.best.arrivals);
  }
  contestant.finished = (has_best && !is_better) || step <= kSmallestStep;
  if (!contestant.finished) {
    begin(step / 2);
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
    json.member("step", best.step > 0 ? best.step : NAN).key("iterations").begin_array();
    if (best.step > 0) {
      for (const double share : {0.25, 0.5, 0.75, 1.0}) json.value(quantile(best.arrivals, share));
    }
    json.end_array();
    json.key("curve").begin_object();
    json.array("iteration", best.curve.iteration).array("mean", best.curve.mean);
    json.array("lower", best.curve.lower).array("upper", best.curve.upper);
    json.end_object().end_object();
  }
  return json.end_array().end_object().take();
}

}  // namespace acp
