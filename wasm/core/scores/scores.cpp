#include "core/scores/scores.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace acp {

int trimmed(Location location, int count) {
  switch (location) {
    case Location::interquartile_mean:
      return count / 4;
    case Location::mean:
      return 0;
    case Location::median:
      return (count - 1) / 2;
  }
  return 0;
}

Scores::Scores(std::span<const std::vector<double>> tasks) : places_(tasks.size()) {
  std::vector<std::pair<double, std::size_t>> all;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    assert(!tasks[task].empty());
    for (const double score : tasks[task]) all.emplace_back(score, task);
  }
  std::sort(all.begin(), all.end());
  for (const auto& [score, task] : all) {
    places_[task].push_back(size());
    sorted_.push_back(score);
  }
  counts_.assign(sorted_.size(), 1);
}

void Scores::draw(Rng& rng) {
  std::fill(counts_.begin(), counts_.end(), 0);
  for (const auto& places : places_) {
    const auto count = static_cast<std::uint32_t>(places.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      ++counts_[static_cast<std::size_t>(places[rng.index(count)])];
    }
  }
}

double Scores::location(Location location) const {
  const int first = trimmed(location, size()), last = size() - first;
  double sum = 0;
  int seen = 0;
  for (std::size_t i = 0; i < sorted_.size() && seen < last; ++i) {
    const int before = std::max(seen, first);
    seen += counts_[i];
    const int inside = std::min(seen, last) - before;
    if (inside > 0) sum += inside * sorted_[i];
  }
  return sum / (last - first);
}

double Scores::share_above(double score) const {
  const auto first = std::upper_bound(sorted_.begin(), sorted_.end(), score) - sorted_.begin();
  int above = 0;
  for (auto i = static_cast<std::size_t>(first); i < sorted_.size(); ++i) above += counts_[i];
  return static_cast<double>(above) / size();
}

double Scores::probability_of_improvement(const Scores& other) const {
  assert(tasks() == other.tasks());
  double sum = 0;
  for (std::size_t task = 0; task < places_.size(); ++task) {
    const auto& theirs = other.places_[task];
    double pairs = 0;
    std::size_t next = 0;
    int below = 0;
    for (const int place : places_[task]) {
      const auto own = static_cast<std::size_t>(place);
      const auto at = [&](std::size_t i) { return static_cast<std::size_t>(theirs[i]); };
      while (next < theirs.size() && other.sorted_[at(next)] < sorted_[own]) {
        below += other.counts_[at(next++)];
      }
      int equal = 0;
      for (std::size_t i = next; i < theirs.size() && other.sorted_[at(i)] == sorted_[own]; ++i) {
        equal += other.counts_[at(i)];
      }
      pairs += counts_[own] * (below + 0.5 * equal);
    }
    sum += pairs / (static_cast<double>(places_[task].size()) * static_cast<double>(theirs.size()));
  }
  return sum / tasks();
}

}  // namespace acp
