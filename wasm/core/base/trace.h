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

#ifdef ACP_TRACED_OR_NOT
#error \
    "wasm/CMakeLists.txt compiles this source once for both cores: it must know nothing of traces"
#endif

/// Whether updates can be traced. The module of the first picture does without.
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

  /// Of each of the first `columns`, `count` numbers from `first`: samples of as many components.
  /// Fewer than a batch are continued by the next call; more, or a full batch again, are further
  /// rows.
  void rows(const char* name, const Matrix& matrix, int first, int count, int columns);
  /// Likewise a number for each sample, all numbers of the next one, or its only number.
  void sample(const char* name, std::span<const Scalar> numbers);
  void sample(const char* name, std::span<const std::uint8_t> flags);
  void column(const char* name, std::span<const Scalar> column);
  void next(const char* name, double number);
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

  template <class At>
  void add(const char* name, int components, int columns, At&& at);
  Entry* sampled(const char* name, int components);
  /// Where a quantity goes; null where no line declares it.
  Entry* find(const char* name);

  std::span<const TraceLine> lines_;
  std::size_t line_ = 0;
  int batch_ = 0;           ///< 0 before the first update
  std::size_t before_ = 0;  ///< entries from before the updates
  std::vector<Entry> entries_;
};

/// Where an update writes what it has computed: a trace, or nowhere, which costs a comparison, and
/// nothing at all where none is ever asked for. For that its calls are always inline.
class TraceSink {
 public:
  TraceSink() = default;
  explicit TraceSink(Trace& trace) : trace_(&trace) {}

  [[gnu::always_inline]] explicit operator bool() const { return kTraced && trace_ != nullptr; }

  [[gnu::always_inline]] void begin_update(int batch) const {
    if (*this) trace_->begin_update(batch);
  }
  /// A column for each sample.
  [[gnu::always_inline]] void sample(const char* name, const Matrix& matrix) const {
    if (*this) trace_->rows(name, matrix, 0, matrix.rows(), matrix.cols());
  }
  /// The same of its first `columns`.
  [[gnu::always_inline]] void sample(const char* name, const Matrix& matrix, int columns) const {
    if (*this) trace_->rows(name, matrix, 0, matrix.rows(), columns);
  }
  /// Of each column only `count` numbers from `first`.
  [[gnu::always_inline]] void rows(const char* name, const Matrix& matrix, int first,
                                   int count) const {
    if (*this) trace_->rows(name, matrix, first, count, matrix.cols());
  }
  /// A number for each sample.
  template <class Number>
  [[gnu::always_inline]] void sample(const char* name, std::span<const Number> numbers) const {
    if (*this) trace_->sample(name, numbers);
  }
  [[gnu::always_inline]] void sample(const char* name, const Buffer& numbers) const {
    if (*this) trace_->sample(name, numbers);
  }
  /// All numbers of the next sample.
  [[gnu::always_inline]] void column(const char* name, std::span<const Scalar> column) const {
    if (*this) trace_->column(name, column);
  }
  /// The only number of the next sample.
  [[gnu::always_inline]] void next(const char* name, double number) const {
    if (*this) trace_->next(name, number);
  }
  /// The only number of the batch.
  [[gnu::always_inline]] void batch(const char* name, double value) const {
    if (*this) trace_->numbers(name, {{"value", value}});
  }
  [[gnu::always_inline]] void weight(const char* name, Trace::Numbers numbers) const {
    if (*this) trace_->numbers(name, numbers);
  }

 private:
  Trace* trace_ = nullptr;
};

}  // namespace acp
