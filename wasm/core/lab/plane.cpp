// The first principal component of n deviations D = (d_1, ..., d_n), each without its part along
// the reference, is D v for the first eigenvector v of the n x n matrix D'D: power iteration.
#include "core/lab/plane.h"

#include <cmath>

namespace acp {
namespace {

constexpr int kIterations = 200;

double product(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add(std::vector<double>& to, double weight, const std::vector<double>& x) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += weight * x[i];
}

/// Returns its length before; leaves what is 0.
double normalise(std::vector<double>& x) {
  const double length = std::sqrt(product(x, x));
  if (length > 0) add(x, 1 / length - 1, x);
  return length;
}

}  // namespace

LabPlane::LabPlane(const Matrix& pilot, std::span<const double> reference)
    : exact_(!reference.empty()), across_(static_cast<std::size_t>(pilot.rows())) {
  std::vector<std::vector<double>> deviations;
  std::vector<double> mean(across_.size());
  for (int j = 0; j < pilot.cols(); ++j) {
    deviations.emplace_back(pilot.col(j), pilot.col(j) + pilot.rows());
    add(mean, 1.0 / pilot.cols(), deviations.back());
  }
  along_ = mean;
  if (exact_) along_.assign(reference.begin(), reference.end());
  length_ = normalise(along_);
  const std::size_t n = deviations.size();
  std::size_t longest = 0;
  for (auto& d : deviations) {
    add(d, -1, mean);
    add(d, -product(d, along_), along_);
    if (product(d, d) > product(deviations[longest], deviations[longest])) {
      longest = static_cast<std::size_t>(&d - deviations.data());
    }
  }
  std::vector<std::vector<double>> gram(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) gram[i][j] = product(deviations[i], deviations[j]);
  }
  std::vector<double> v = gram[longest];
  for (int k = 0; k < kIterations; ++k) {
    normalise(v);
    std::vector<double> next(n);
    for (std::size_t i = 0; i < n; ++i) next[i] = product(gram[i], v);
    v = std::move(next);
  }
  normalise(v);
  for (std::size_t i = 0; i < n; ++i) add(across_, v[i], deviations[i]);
  normalise(across_);
}

std::pair<float, float> LabPlane::project(const Scalar* estimate) const {
  double along = 0, across = 0;
  for (std::size_t i = 0; i < along_.size(); ++i) {
    along += along_[i] * static_cast<double>(estimate[i]);
    across += across_[i] * static_cast<double>(estimate[i]);
  }
  return {static_cast<float>(along), static_cast<float>(across)};
}

void LabPlane::describe(JsonWriter& json) const {
  json.begin_object().member("exact", exact_).member("reference_length", length_).end_object();
}

}  // namespace acp
