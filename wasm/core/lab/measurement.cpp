#include "core/lab/measurement.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "core/base/stopwatch.h"
#include "core/lab/theta.h"

namespace acp {
namespace {

constexpr int kGroups = 32, kThetaGroups = 8;
/// Above so many parameters a covariance is too long to be read.
constexpr int kMostForCovariance = 16;

int columns_for(const MeasurementConfig& config, const LabSubject& subject) {
  if (config.space == LabSpace::theta) return GroupedMoments::kBlock;
  const int most = subject.at_once / GroupedMoments::kBlock;
  return GroupedMoments::kBlock * std::clamp(most / config.samples, 1, most / 16);
}

/// What there is to measure, if it can be.
const LabSubject& checked(const MeasurementConfig& config, const LabSubject& subject,
                          const ThetaSpace* theta) {
  const auto batch = theta != nullptr ? theta->states() : std::span<const LabState>();
  if (const auto complaint = check(config, subject, batch); !complaint.empty()) {
    throw std::invalid_argument(complaint);
  }
  return subject;
}

}  // namespace

Measurement::Measurement(const MeasurementConfig& config, const LabSubject& subject,
                         const ThetaSpace* theta)
    : config_(config),
      subject_(&checked(config, subject, theta)),
      theta_(config.space == LabSpace::theta ? theta : nullptr),
      size_(theta_ != nullptr ? theta_->size() : static_cast<int>(subject.phi.size())),
      columns_(columns_for(config, subject)),
      rng_(static_cast<std::uint64_t>(config.seed), Stream::lab),
      gradient_(size_, columns_),
      next_(columns_),
      moments_(size_, theta_ == nullptr && size_ <= kMostForCovariance,
               theta_ != nullptr ? kThetaGroups : kGroups),
      ring_(static_cast<std::size_t>(kRecent) * static_cast<std::size_t>(row_size())) {
  if (theta_ != nullptr) {
    sampler_ = theta_->make_sampler(config);
  } else {
    const LabStates states(static_cast<std::size_t>(columns_), &subject);
    sampler_ = make_sampler(config, subject, subject.source.get(), states);
  }
}

double Measurement::bytes() const {
  return moments_.bytes() + static_cast<double>(sizeof(Scalar)) * size_ * columns_;
}

std::span<const double> Measurement::reference() const {
  if (theta_ != nullptr) return theta_->reference();
  if (!subject_->exact) return {};
  return subject_->exact->gradient;
}

std::int64_t Measurement::run(std::int64_t repeats, double max_milliseconds) {
  const Stopwatch stopwatch;
  while (moments_.count() < repeats) {
    if (next_ == columns_) {
      const double before = stopwatch.seconds();
      sampler_->estimate(rng_, gradient_);
      seconds_.add((stopwatch.seconds() - before) / columns_);
      next_ = 0;
    }
    const std::int64_t missing = repeats - moments_.count();
    const int last = next_ + static_cast<int>(std::min<std::int64_t>(missing, columns_ - next_));
    take(next_, last);
    next_ = last;
    if (stopwatch.seconds() * 1000 >= max_milliseconds) break;
  }
  return moments_.count();
}

void Measurement::take(int first, int last) {
  const auto width = static_cast<std::size_t>(row_size());
  for (int j = std::max(first, last - kRecent); j < last; ++j) {
    const auto place = static_cast<std::size_t>((moments_.count() + j - first) % kRecent);
    float* row = ring_.data() + place * width;
    std::tie(row[0], row[1]) = sampler_->action(j);
    if (theta_ != nullptr) {
      std::tie(row[2], row[3]) = theta_->plane().project(gradient_.col(j));
      continue;
    }
    std::transform(gradient_.col(j), gradient_.col(j) + size_, row + 2,
                   [](Scalar x) { return static_cast<float>(x); });
  }
  moments_.add(gradient_, first, last);
}

std::span<const float> Measurement::recent() {
  const auto width = static_cast<std::size_t>(row_size());
  const std::int64_t count = moments_.count();
  const std::int64_t rows = std::min<std::int64_t>(count, kRecent);
  ordered_.clear();
  for (std::int64_t i = count - rows; i < count; ++i) {
    const float* row = ring_.data() + static_cast<std::size_t>(i % kRecent) * width;
    ordered_.insert(ordered_.end(), row, row + width);
  }
  return ordered_;
}

void Measurement::describe(JsonWriter& json) const {
  const VectorMoments all = moments_.all();
  const GradientStatistics figures = statistics_of(all, reference());
  const auto errors = moments_.errors(reference());
  const auto count = static_cast<double>(all.count());
  const auto each = [&](const char* name, auto&& of) {
    json.key(name).begin_array();
    for (int i = 0; i < (theta_ != nullptr ? 0 : size_); ++i) json.value(of(i));
    json.end_array();
  };
  const auto member = [&](const std::string& name, double value, double error) {
    json.member(name, value).member(name + "_standard_error", error);
  };
  const auto names = theta_ != nullptr ? std::vector<std::string>() : subject_->parameters();
  json.begin_object().array("parameters", names);
  each("mean", [&](int i) { return all.mean()[static_cast<std::size_t>(i)]; });
  each("mean_standard_error", [&](int i) { return std::sqrt(all.variance(i) / count); });
  each("variance", [&](int i) { return all.variance(i); });
  each("variance_standard_error",
       [&](int i) { return errors.variance[static_cast<std::size_t>(i)]; });
  json.key("covariance");
  if (all.full()) {
    json.begin_array();
    for (int i = 0; i < size_; ++i) {
      json.begin_array();
      for (int j = 0; j < size_; ++j) json.value(all.covariance(i, j));
      json.end_array();
    }
    json.end_array();
  } else {
    json.value(NAN);
  }
  const bool exact = theta_ == nullptr && subject_->exact;
  json.array_or_null("exact", exact ? &subject_->exact->gradient : nullptr);
  json.member("exact_error", exact ? subject_->exact->error : NAN);
  json.member("unbiased", is_unbiased(config_, *subject_));
  member("bias_squared", figures.bias_squared, errors.statistics.bias_squared);
  member("total_variance", figures.total_variance, errors.statistics.total_variance);
  member("mean_squared_error", figures.mean_squared_error, errors.statistics.mean_squared_error);
  member("snr", figures.snr, errors.statistics.snr);
  member("cosine", figures.cosine, errors.statistics.cosine);
  const EvaluationCost cost = sampler_->cost();
  const double evaluations = cost.forward + cost.backward;
  member("seconds_per_estimate", seconds_.mean(), seconds_.standard_error());
  json.member("forward_evaluations", cost.forward);
  json.member("backward_evaluations", cost.backward);
  member("efficiency", figures.mean_squared_error * evaluations,
         errors.statistics.mean_squared_error * evaluations);
  json.member("samples", config_.samples).member("repeats", count);
  json.member("seed", config_.seed);
  if (theta_ != nullptr) theta_->plane().describe(json.key("plane"));
  json.end_object();
}

}  // namespace acp
