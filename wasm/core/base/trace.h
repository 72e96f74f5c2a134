#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/matrix.h"

namespace acp {

class JsonWriter;

/// Whether updates can be traced. Not in the module that trains: it is a twentieth smaller.
#ifdef ACP_UNTRACED
inline constexpr bool kTraced = false;
#else
inline constexpr bool kTraced = true;
#endif

/// What a number of a trace is of.
enum class TraceOf {
  sample,  ///< each transition of the batch
  batch,   ///< all of it
  weight   ///< one weight, before and after
};

/// A quantity that an update computes.
struct TraceQuantity {
  const char* name;
  const char* symbol;  ///< LaTeX
  const char* help;    ///< one sentence
  TraceOf of = TraceOf::sample;
};

enum class TracePhase { act, critic, actor, temperature, targets };

/// One line of an algorithm as it is written on a blackboard, and what can be seen of it.
struct TraceLine {
  const char* id;
  TracePhase phase;
  const char* text;
  const char* formula = "";  ///< LaTeX
  int indent = 0;
  std::span<const TraceQuantity> quantities = {};  ///< none for a line that only holds others
  const char* when = "";  ///< `key=option` of the algorithm that makes it matter
};

/// The lines, where updates can be traced.
constexpr std::span<const TraceLine> traced(std::span<const TraceLine> lines) {
  return kTraced ? lines : std::span<const TraceLine>();
}

/// Writes lines as a JSON array.
void describe_lines(std::span<const TraceLine> lines, JsonWriter& json);

/// What one update has computed, in the order in which it did. A quantity belongs to the first
/// line that declares it, from the one that was written to last; what none declares is left out.
class Trace {
 public:
  using Numbers = std::initializer_list<std::pair<const char*, double>>;

  explicit Trace(std::span<const TraceLine> lines) : lines_(lines) {}

  /// An update of `batch` samples begins: what an earlier one has left is forgotten, but for what
  /// came before all of them, the line that acts.
  void begin_update(int batch);
  int batch() const { return batch_; }

  /// `columns` samples of `components` numbers each, column by column. Fewer than a batch are
  /// continued by the next call; more, or a full batch again, are further rows.
  template <class At>
  void sample(const char* name, int components, int columns, At&& at) {
    Entry* const entry = sampled(name, components);
    if (entry == nullptr) return;
    for (int j = 0; j < columns; ++j) {
      for (int i = 0; i < components; ++i) {
        entry->place(i, batch_).push_back(static_cast<double>(at(i, j)));
      }
    }
  }
  /// One number of the batch, or several of one weight.
  void numbers(const char* name, Numbers numbers);

  /// The entries as a JSON array.
  void describe(JsonWriter& json) const;

 private:
  struct Entry {
    std::size_t line;
    const char* name;
    int components = 0;
    std::vector<std::vector<double>> rows = {};
    std::vector<std::pair<const char*, double>> numbers = {};

    /// The row that the i-th component of the next sample goes into.
    std::vector<double>& place(int i, int batch);
  };

  Entry* sampled(const char* name, int components);
  /// Where a quantity goes; null where no line declares it.
  Entry* find(const char* name);

  std::span<const TraceLine> lines_;
  std::size_t line_ = 0;
  int batch_ = 0;           ///< 0 before the first update
  std::size_t before_ = 0;  ///< entries from before the updates
  std::vector<Entry> entries_;
};

/// Where an update writes what it has computed: a trace, or nowhere, which costs a comparison.
class TraceSink {
 public:
  TraceSink() = default;
  explicit TraceSink(Trace& trace) : trace_(&trace) {}

  explicit operator bool() const { return listens(); }

  void begin_update(int batch) const {
    if (listens()) trace_->begin_update(batch);
  }
  /// A column for each sample.
  void sample(const char* name, const Matrix& matrix) const {
    if (listens()) rows(name, matrix, 0, matrix.rows(), matrix.cols());
  }
  /// The same of its first `columns`.
  void sample(const char* name, const Matrix& matrix, int columns) const {
    if (listens()) rows(name, matrix, 0, matrix.rows(), columns);
  }
  /// Of each column only `count` numbers from `first`.
  void rows(const char* name, const Matrix& matrix, int first, int count, int columns) const {
    if (!listens()) return;
    trace_->sample(name, count, columns, [&](int i, int j) { return matrix(first + i, j); });
  }
  /// A number for each sample.
  template <class Number>
  void sample(const char* name, std::span<const Number> numbers) const {
    if (!listens()) return;
    trace_->sample(name, 1, static_cast<int>(numbers.size()),
                   [&](int, int j) { return numbers[static_cast<std::size_t>(j)]; });
  }
  void sample(const char* name, const Buffer& numbers) const {
    sample(name, std::span<const Scalar>(numbers));
  }
  /// All numbers of the next sample.
  void column(const char* name, std::span<const Scalar> column) const {
    if (!listens()) return;
    trace_->sample(name, static_cast<int>(column.size()), 1,
                   [&](int i, int) { return column[static_cast<std::size_t>(i)]; });
  }
  /// The only number of the next sample.
  void next(const char* name, double number) const {
    if (listens()) trace_->sample(name, 1, 1, [&](int, int) { return number; });
  }
  void batch(const char* name, double value) const {
    if (listens()) trace_->numbers(name, {{"value", value}});
  }
  void weight(const char* name, Trace::Numbers numbers) const {
    if (listens()) trace_->numbers(name, numbers);
  }

 private:
  bool listens() const { return kTraced && trace_ != nullptr; }

  Trace* trace_ = nullptr;
};

}  // namespace acp
