#include "cli/fields.h"

#include <algorithm>
#include <cmath>

#include "core/base/json.h"

namespace acp::cli {
namespace {

/// Of a member that nobody knows, in an error; in bytes.
constexpr std::size_t kLongestName = 80;

}  // namespace

Fields::Fields(const Json& object, std::string path) : object_(&object), path_(std::move(path)) {
  if (!object.is_object()) throw UsageError((path_.empty() ? "input" : path_) + ": not an object");
}

void Fields::refuse(const std::string& name, const std::string& why) const {
  throw UsageError(path_of(name) + ": " + why);
}

std::string Fields::path_of(const std::string& name) const {
  return (path_.empty() ? "" : path_ + ".") + name;
}

const Json& Fields::raw(const std::string& name) {
  const auto found = object_->find(name);
  if (found == object_->end()) refuse(name, "is missing");
  read_.push_back(name);
  return *found;
}

double Fields::number(const std::string& name) {
  const Json& value = raw(name);
  if (!value.is_number() || !std::isfinite(value.get<double>())) {
    refuse(name, "is not a finite number");
  }
  return value.get<double>();
}

double Fields::number(const std::string& name, double min, double max) {
  const double value = number(name);
  if (value < min || value > max) {
    refuse(name,
           number_text(value) + " is outside [" + number_text(min) + ", " + number_text(max) + "]");
  }
  return value;
}

int Fields::count(const std::string& name, int min, int max) {
  const double value = number(name, min, max);
  if (value != std::floor(value)) refuse(name, number_text(value) + " is not a whole number");
  return static_cast<int>(value);
}

bool Fields::flag(const std::string& name) {
  const Json& value = raw(name);
  if (!value.is_boolean()) refuse(name, "is not true or false");
  return value.get<bool>();
}

bool Fields::flag(const std::string& name, bool otherwise) {
  return has(name) ? flag(name) : otherwise;
}

std::string Fields::text(const std::string& name) {
  const Json& value = raw(name);
  if (!value.is_string()) refuse(name, "is not a string");
  return value.get<std::string>();
}

std::string Fields::text(const std::string& name, std::size_t most) {
  std::string value = text(name);
  if (value.size() > most) {
    refuse(name,
           "has " + std::to_string(value.size()) + " bytes, more than " + std::to_string(most));
  }
  return value;
}

std::vector<double> Fields::numbers(const std::string& name) {
  const Json& value = raw(name);
  if (!value.is_array() || value.empty()) refuse(name, "is not an array of numbers");
  std::vector<double> numbers;
  for (const auto& element : value) {
    if (!element.is_number()) refuse(name, "is not an array of numbers");
    numbers.push_back(element.get<double>());
  }
  return numbers;
}

Fields Fields::object(const std::string& name) { return {raw(name), path_of(name)}; }

std::vector<Fields> Fields::objects(const std::string& name) {
  const Json& value = raw(name);
  if (!value.is_array()) refuse(name, "is not an array of objects");
  std::vector<Fields> all;
  for (std::size_t i = 0; i < value.size(); ++i) {
    all.emplace_back(value[i], path_of(name) + "[" + std::to_string(i) + "]");
  }
  return all;
}

void Fields::expect_all_read() const {
  for (const auto& [name, value] : object_->items()) {
    if (std::find(read_.begin(), read_.end(), name) == read_.end()) {
      refuse(name, "is not a field of this operation");
    }
  }
}

void Fields::expect_only(std::initializer_list<std::string_view> names) const {
  for (const auto& [name, value] : object_->items()) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    std::string valid;
    for (const auto each : names) valid += (valid.empty() ? "" : ", ") + std::string(each);
    refuse(name.size() <= kLongestName ? name : name.substr(0, kLongestName) + "…",
           "is not one of " + valid);
  }
}

}  // namespace acp::cli
