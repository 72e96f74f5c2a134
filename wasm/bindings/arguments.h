// What all modules need to be called from JavaScript. Every call goes through `guarded`: a C++
// exception becomes a JavaScript Error with its message.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "core/base/json.h"

namespace acp::bindings {

using emscripten::val;

/// Whether tasks may come from JavaScript (host.cpp).
#ifdef ACP_HOSTS
inline constexpr bool kHosts = true;
#else
inline constexpr bool kHosts = false;
#endif

inline constexpr double kMostSteps = 9007199254740991;  // 2^53 - 1
inline constexpr double kMostMilliseconds = 1e9;
inline constexpr double kLargestPoint = 1e6;
inline constexpr double kMostViewerSteps = 1e4;
inline constexpr std::size_t kMostNumbers = 10'000;

[[noreturn]] inline void throw_error(const std::string& message) {
  val::global("Error").new_(message).throw_();
  __builtin_unreachable();
}

/// Runs `body`; throws its exception as an Error, outside the catch block, where the C++ exception
/// has been released.
template <class Body>
auto guarded(Body&& body) {
  std::optional<std::string> message;
  try {
    return body();
  } catch (const std::exception& error) {
    message = error.what();
  }
  throw_error(*message);
}

inline std::string text_argument(const val& argument, const char* name) {
  if (!argument.isString()) throw std::invalid_argument(std::string(name) + ": not a string");
  return argument.as<std::string>();
}

inline double number_argument(const val& argument, const char* name, double min, double max) {
  const std::string range = " [" + number_text(min) + ", " + number_text(max) + "]";
  if (!argument.isNumber())
    throw std::invalid_argument(std::string(name) + ": not a number in" + range);
  const double value = argument.as<double>();
  if (!(value >= min && value <= max)) {
    throw std::invalid_argument(std::string(name) + ": " + number_text(value) + " is outside" +
                                range);
  }
  return value;
}

inline double count_argument(const val& argument, const char* name, double max, double min = 0) {
  const double value = number_argument(argument, name, min, max);
  if (value != std::floor(value)) {
    throw std::invalid_argument(std::string(name) + ": " + number_text(value) +
                                " is not a whole number");
  }
  return value;
}

inline bool flag_argument(const val& argument, const char* name) {
  if (argument.isTrue() || argument.isFalse()) return argument.isTrue();
  throw std::invalid_argument(std::string(name) + ": neither true nor false");
}

inline std::vector<std::uint8_t> bytes_argument(const val& argument, const char* name) {
  if (!argument.instanceof (val::global("Uint8Array"))) {
    throw std::invalid_argument(std::string(name) + ": not a Uint8Array");
  }
  return emscripten::convertJSArrayToNumberVector<std::uint8_t>(argument);
}

inline std::vector<double> numbers_argument(const val& argument, const char* name, double min,
                                            double max) {
  if (!argument.instanceof (val::global("Float64Array"))) {
    throw std::invalid_argument(std::string(name) + ": not a Float64Array");
  }
  auto numbers = emscripten::convertJSArrayToNumberVector<double>(argument);
  if (numbers.size() > kMostNumbers) {
    throw std::invalid_argument(std::string(name) + ": more than 10000 numbers");
  }
  for (const double x : numbers) {
    if (x >= min && x <= max) continue;
    throw std::invalid_argument(std::string(name) + ": " + acp::number_text(x) + " is outside [" +
                                acp::number_text(min) + ", " + acp::number_text(max) + "]");
  }
  return numbers;
}

/// A view, valid until the next call of its owner.
inline val view(const std::vector<double>& numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data()));
}

}  // namespace acp::bindings
