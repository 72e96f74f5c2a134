// The module of scores: what those of several seeds come to (docs/boundary.md).
#include <algorithm>

#include "bindings/arguments.h"
#include "core/scores/comparison.h"
#include "core/scores/coverage.h"

namespace {

using namespace acp::bindings;

constexpr double kLargestScore = 1e100;
constexpr double kMostSeeds = 1e6;

acp::Location location_argument(const val& argument) {
  const std::string text = text_argument(argument, "location");
  if (text == "iqm") return acp::Location::interquartile_mean;
  if (text == "mean") return acp::Location::mean;
  if (text == "median") return acp::Location::median;
  throw std::invalid_argument("location: \"" + text + "\" is not one of iqm, mean, median");
}

void append(std::vector<double>& numbers, double middle, const acp::Interval& interval) {
  numbers.insert(numbers.end(), {middle, interval.low, interval.high});
}

/// Valid until the next call of any of these.
val answer(std::vector<double> numbers) {
  static std::vector<double> kept;
  kept = std::move(numbers);
  return view(kept);
}

std::vector<double> scores_argument(const val& argument, const char* name) {
  auto scores = numbers_argument(argument, name, -kLargestScore, kLargestScore);
  if (scores.empty()) throw std::invalid_argument(std::string(name) + ": there are none");
  return scores;
}

val estimate(const val& scores, const val& location) {
  return guarded([&] {
    const acp::Scores read(scores_argument(scores, "scores"));
    const acp::Location where = location_argument(location);
    std::vector<double> numbers;
    append(numbers, read.location(where), acp::location_interval(read, where, {}));
    return answer(std::move(numbers));
  });
}

val improvement(const val& own, const val& other) {
  return guarded([&] {
    const auto of = acp::improvement(acp::Scores(scores_argument(own, "own")),
                                     acp::Scores(scores_argument(other, "other")));
    std::vector<double> numbers;
    append(numbers, of.probability, of.interval);
    return answer(std::move(numbers));
  });
}

val difference(const val& differences) {
  return guarded([&] {
    const auto of = acp::paired_difference(
        numbers_argument(differences, "differences", -kLargestScore, kLargestScore));
    std::vector<double> numbers;
    if (of) {
      numbers = {static_cast<double>(of->seeds), static_cast<double>(of->better),
                 static_cast<double>(of->worse)};
      append(numbers, of->iqm, of->interval);
    }
    return answer(std::move(numbers));
  });
}

val coverage(const val& count, const val& location) {
  return guarded([&] {
    const auto n = static_cast<int>(count_argument(count, "count", kMostSeeds, 1));
    const acp::Location where = location_argument(location);
    const double range = n < 2 ? NAN : acp::share_within_range(n);
    return answer({acp::known_coverage(acp::ScoreLaw::normal, where, n),
                   acp::known_coverage(acp::ScoreLaw::bimodal, where, n),
                   static_cast<double>(std::min(n, acp::kMostKnown)), range});
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(actor_critic_playground_scores) {
  emscripten::function("estimate", &estimate);
  emscripten::function("improvement", &improvement);
  emscripten::function("difference", &difference);
  emscripten::function("coverage", &coverage);
}
