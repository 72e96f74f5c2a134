#include "core/lab/moments.h"

#include <algorithm>
#include <cmath>

#include "core/base/statistics.h"

namespace acp {

VectorMoments::VectorMoments(int size, bool full)
    : full_(full),
      mean_(static_cast<std::size_t>(size)),
      products_(full ? mean_.size() * (mean_.size() + 1) / 2 : mean_.size()),
      block_(full ? mean_.size() : 0) {}

std::size_t VectorMoments::place(int i, int j) const {
  const auto high = static_cast<std::size_t>(std::max(i, j));
  return full_ ? high * (high + 1) / 2 + static_cast<std::size_t>(std::min(i, j)) : high;
}

void VectorMoments::add_products(std::size_t i, double scaled, double deviation, std::size_t& at) {
  if (full_) {
    block_[i] = deviation;
    for (std::size_t j = 0; j <= i; ++j) products_[at++] += scaled * block_[j];
  } else {
    products_[i] += scaled * deviation;
  }
}

void VectorMoments::add(const Matrix& columns, int first, int last) {
  const std::size_t n = mean_.size();
  for (int c = first; c < last; ++c) {
    const Scalar* x = columns.col(c);
    ++count_;
    const double share = 1 / static_cast<double>(count_), weight = 1 - share;
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double deviation = static_cast<double>(x[i]) - mean_[i];
      mean_[i] += deviation * share;
      add_products(i, weight * deviation, deviation, at);
    }
  }
}

void VectorMoments::merge(const VectorMoments& other) {
  if (other.count_ == 0) return;
  const auto a = static_cast<double>(count_), b = static_cast<double>(other.count_);
  const double weight = a * b / (a + b);
  for (std::size_t k = 0; k < products_.size(); ++k) products_[k] += other.products_[k];
  std::size_t at = 0;
  for (std::size_t i = 0; i < mean_.size(); ++i) {
    const double deviation = other.mean_[i] - mean_[i];
    mean_[i] += deviation * b / (a + b);
    add_products(i, weight * deviation, deviation, at);
  }
  count_ += other.count_;
}

void VectorMoments::clear() {
  count_ = 0;
  std::fill(mean_.begin(), mean_.end(), 0.0);
  std::fill(products_.begin(), products_.end(), 0.0);
}

double VectorMoments::covariance(int i, int j) const {
  return count_ > 1 ? products_[place(i, j)] / static_cast<double>(count_ - 1) : NAN;
}

double VectorMoments::total_variance() const {
  double sum = 0;
  for (int i = 0; i < size(); ++i) sum += variance(i);
  return sum;
}

GradientStatistics statistics_of(const VectorMoments& moments, std::span<const double> reference) {
  const double total = moments.total_variance();
  double square = 0, distance = 0, product = 0, length = 0;
  for (std::size_t i = 0; i < moments.mean().size(); ++i) {
    const double mean = moments.mean()[i];
    square += mean * mean;
    if (reference.empty()) continue;
    distance += (mean - reference[i]) * (mean - reference[i]);
    product += mean * reference[i];
    length += reference[i] * reference[i];
  }
  const bool compared = !reference.empty();
  const double noise = total / static_cast<double>(moments.count());  // of the mean
  const double bias = distance - noise;
  return {.total_variance = total,
          .bias_squared = compared ? bias : NAN,
          .mean_squared_error = compared ? bias + total : NAN,
          .snr = (square - noise) / total,
          .cosine = compared ? product / std::sqrt(square * length) : NAN};
}

GroupedMoments::GroupedMoments(int size, bool full, int groups)
    : groups_(static_cast<std::size_t>(groups), VectorMoments(size, full)) {}

void GroupedMoments::add(const Matrix& columns, int first, int last) {
  while (first < last) {
    const auto block = static_cast<std::size_t>(count_ / kBlock);
    const int room = kBlock - static_cast<int>(count_ % kBlock);
    const int next = std::min(last, first + room);
    groups_[block % groups_.size()].add(columns, first, next);
    count_ += next - first;
    first = next;
  }
}

VectorMoments GroupedMoments::all() const {
  VectorMoments sum(groups_[0].size(), groups_[0].full());
  for (const auto& group : groups_) sum.merge(group);
  return sum;
}

GroupedMoments::Errors GroupedMoments::errors(std::span<const double> reference) const {
  constexpr int kStatistics = 5;
  const auto n = static_cast<std::size_t>(groups_[0].size());
  std::vector<Moments> spread(kStatistics + n);
  VectorMoments rest(groups_[0].size(), groups_[0].full());
  for (const auto& left_out : groups_) {
    if (left_out.count() == 0) continue;
    rest.clear();
    for (const auto& group : groups_) {
      if (&group != &left_out) rest.merge(group);
    }
    const auto s = statistics_of(rest, reference);
    const double values[kStatistics] = {s.total_variance, s.bias_squared, s.mean_squared_error,
                                        s.snr, s.cosine};
    for (int k = 0; k < kStatistics; ++k) spread[static_cast<std::size_t>(k)].add(values[k]);
    for (std::size_t i = 0; i < n; ++i) {
      spread[kStatistics + i].add(rest.variance(static_cast<int>(i)));
    }
  }
  const auto error = [&](std::size_t k) {
    const auto used = static_cast<double>(spread[k].count());
    return std::sqrt(spread[k].variance() * (used - 1) * (used - 1) / used);
  };
  Errors errors{{error(0), error(1), error(2), error(3), error(4)}, {}};
  for (std::size_t i = 0; i < n; ++i) errors.variance.push_back(error(kStatistics + i));
  return errors;
}

}  // namespace acp
