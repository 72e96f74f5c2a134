#include "core/session/series.h"

#include <algorithm>
#include <cmath>

namespace acp {

void Series::add(const Time& time, std::span<const double> values) {
  if (bins_.empty() || bins_.back().rows == width_) {
    if (bins_.size() == kMost) halve();
    bins_.push_back({time, 0});
    for (std::size_t i = 0; i < columns_; ++i) cells_.push_back({0, 0});
  }
  const std::size_t last = bins_.size() - 1;
  bins_[last] = {time, bins_[last].rows + 1};
  const auto to = cells(last);
  for (std::size_t i = 0; i < columns_; ++i) {
    const double x = values[i];
    if (std::isnan(x)) continue;
    merge(rule_of_(i), to[i], {rule_of_(i) == Rule::error ? x * x : x, 1});
  }
  unpacked_ = std::min(unpacked_, last);
}

void Series::halve() {
  for (std::size_t i = 0; i < kMost / 2; ++i) {
    const auto into = cells(i), first = cells(2 * i), second = cells(2 * i + 1);
    for (std::size_t k = 0; k < columns_; ++k) {
      into[k] = first[k];
      merge(rule_of_(k), into[k], second[k]);
    }
    bins_[i] = {bins_[2 * i + 1].end, 2 * width_};
  }
  bins_.erase(bins_.begin() + kMost / 2, bins_.end());
  cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(kMost / 2 * columns_), cells_.end());
  width_ *= 2;
  unpacked_ = 0;
}

void Series::merge(Rule rule, Cell& into, const Cell& other) {
  if (into.rows == 0 || other.rows == 0) {
    if (into.rows == 0) into = other;
    return;
  }
  into.rows += other.rows;
  switch (rule) {
    case Rule::mean:
    case Rule::error:
      into.value += other.value;
      break;
    case Rule::lowest:
      into.value = std::min(into.value, other.value);
      break;
    case Rule::highest:
      into.value = std::max(into.value, other.value);
      break;
    case Rule::last:
      into.value = other.value;
      break;
  }
}

double Series::reading(Rule rule, const Cell& cell) {
  if (cell.rows == 0) return NAN;
  const auto rows = static_cast<double>(cell.rows);
  switch (rule) {
    case Rule::mean:
      return cell.value / rows;
    case Rule::error:
      return std::sqrt(cell.value) / rows;
    case Rule::lowest:
    case Rule::highest:
    case Rule::last:
      break;
  }
  return cell.value;
}

void Series::pack(FramePacker& packer, FramePacker::Section id) {
  packed_.clear();
  for (; unpacked_ < bins_.size(); ++unpacked_) {
    const auto& [end, rows] = bins_[unpacked_];
    for (const auto count : {end.environment_steps, end.updates}) append_count(packed_, count);
    for (const double x :
         {end.seconds, static_cast<double>(unpacked_), static_cast<double>(rows)}) {
      packed_.push_back(static_cast<float>(x));
    }
    const auto from = cells(unpacked_);
    for (std::size_t i = 0; i < columns_; ++i) {
      packed_.push_back(static_cast<float>(reading(rule_of_(i), from[i])));
    }
  }
  packer.section(id, packed_, 7 + static_cast<int>(columns_));
}

}  // namespace acp
