#include "core/base/trace.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/json.h"

namespace acp {
namespace {

constexpr std::array kOf{"sample", "batch", "weight"};
constexpr std::array kPhases{"act", "critic", "actor", "temperature", "targets"};

bool declares(const TraceLine& line, std::string_view name) {
  return std::any_of(line.quantities.begin(), line.quantities.end(),
                     [&](const TraceQuantity& quantity) { return quantity.name == name; });
}

/// As it reads back; what no network has computed, as short as that can be.
void write(double number, JsonWriter& json) {
  if constexpr (sizeof(Scalar) == sizeof(double)) {
    json.value_17(number);
  } else if (static_cast<double>(static_cast<Scalar>(number)) == number) {
    json.value_9(number);
  } else {
    json.value(number);
  }
}

}  // namespace

void describe_lines(std::span<const TraceLine> lines, JsonWriter& json) {
  json.begin_array();
  for (const auto& line : lines) {
    json.begin_object().member("id", line.id);
    json.member("phase", kPhases[static_cast<std::size_t>(line.phase)]);
    json.member("text", line.text).member("formula", line.formula);
    json.member("when", line.when).member("indent", line.indent);
    json.key("quantities").begin_array();
    for (const auto& [name, symbol, help, of] : line.quantities) {
      json.begin_object().member("name", name).member("symbol", symbol).member("help", help);
      json.member("of", kOf[static_cast<std::size_t>(of)]).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void Trace::begin_update(int batch) {
  if (batch_ == 0) before_ = entries_.size();
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(before_), entries_.end());
  batch_ = batch;
  line_ = 0;
  while (line_ < lines_.size() && lines_[line_].phase == TracePhase::act) ++line_;
}

template <class At>
void Trace::add(const char* name, int components, int columns, At&& at) {
  Entry* const entry = sampled(name, components);
  if (entry == nullptr) return;
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < components; ++i) {
      entry->place(i, batch_).push_back(static_cast<double>(at(i, j)));
    }
  }
}

void Trace::rows(const char* name, const Matrix& matrix, int first, int count, int columns) {
  add(name, count, columns, [&](int i, int j) { return matrix(first + i, j); });
}
void Trace::sample(const char* name, std::span<const Scalar> numbers) {
  add(name, 1, static_cast<int>(numbers.size()),
      [&](int, int j) { return numbers[static_cast<std::size_t>(j)]; });
}
void Trace::sample(const char* name, std::span<const std::uint8_t> flags) {
  add(name, 1, static_cast<int>(flags.size()),
      [&](int, int j) { return flags[static_cast<std::size_t>(j)]; });
}
void Trace::column(const char* name, std::span<const Scalar> column) {
  add(name, static_cast<int>(column.size()), 1,
      [&](int i, int) { return column[static_cast<std::size_t>(i)]; });
}
void Trace::next(const char* name, double number) {
  add(name, 1, 1, [&](int, int) { return number; });
}

std::vector<double>& Trace::Entry::place(int i, int batch) {
  const auto component = static_cast<std::size_t>(i), count = static_cast<std::size_t>(components);
  const auto full = static_cast<std::size_t>(std::max(batch, 1));
  if (i == 0 && (rows.empty() || rows.back().size() == full)) rows.resize(rows.size() + count);
  return rows[rows.size() - count + component];
}

Trace::Entry* Trace::sampled(const char* name, int components) {
  const auto full = static_cast<std::size_t>(std::max(batch_, 1));
  for (std::size_t i = entries_.size(); i-- > before_;) {
    Entry& entry = entries_[i];
    const bool partial = !entry.rows.empty() && entry.rows.back().size() < full;
    if (partial && std::string_view(entry.name) == name) return &entry;
  }
  Entry* const found = find(name);
  if (found != nullptr) found->components = components;
  return found;
}

Trace::Entry* Trace::find(const char* name) {
  const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(line_);
  const auto line =
      std::find_if(from, lines_.end(), [&](const TraceLine& each) { return declares(each, name); });
  if (line == lines_.end()) return nullptr;
  line_ = static_cast<std::size_t>(line - lines_.begin());
  for (Entry& entry : entries_) {
    if (entry.line == line_ && std::string_view(entry.name) == name) return &entry;
  }
  return &entries_.emplace_back(Entry{.line = line_, .name = name});
}

void Trace::numbers(const char* name, Numbers numbers) {
  Entry* const entry = find(name);
  if (entry != nullptr) entry->numbers.assign(numbers.begin(), numbers.end());
}

void Trace::describe(JsonWriter& json) const {
  json.begin_array();
  for (const Entry& entry : entries_) {
    json.begin_object().member("line", lines_[entry.line].id).member("name", entry.name);
    for (const auto& [key, number] : entry.numbers) {
      json.key(key);
      write(number, json);
    }
    if (!entry.rows.empty()) {
      json.member("components", entry.components).key("values").begin_array();
      for (const auto& row : entry.rows) {
        json.begin_array();
        for (const double number : row) write(number, json);
        json.end_array();
      }
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace acp
