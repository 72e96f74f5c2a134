// The surface that the page sees (docs/boundary.md). Every call goes through `guarded`: a C++
// exception becomes a JavaScript Error with its message.
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "core/base/json.h"
#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace {

using emscripten::val;

constexpr double kMostSteps = 9007199254740991;  // 2^53 - 1
constexpr double kMostMilliseconds = 1e9;
constexpr double kLargestPoint = 1e6;
constexpr double kMostViewerSteps = 1e4;
constexpr double kMostPoints = 1e4;

[[noreturn]] void throw_error(const std::string& message) {
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

std::string text_argument(const val& argument, const char* name) {
  if (!argument.isString()) throw std::invalid_argument(std::string(name) + ": not a string");
  return argument.as<std::string>();
}

double number_argument(const val& argument, const char* name, double min, double max) {
  const std::string range = " [" + acp::number_text(min) + ", " + acp::number_text(max) + "]";
  if (!argument.isNumber())
    throw std::invalid_argument(std::string(name) + ": not a number in" + range);
  const double value = argument.as<double>();
  if (!(value >= min && value <= max)) {
    throw std::invalid_argument(std::string(name) + ": " + acp::number_text(value) + " is outside" +
                                range);
  }
  return value;
}

double count_argument(const val& argument, const char* name, double max) {
  const double value = number_argument(argument, name, 0, max);
  if (value != std::floor(value)) {
    throw std::invalid_argument(std::string(name) + ": " + acp::number_text(value) +
                                " is not a whole number");
  }
  return value;
}

/// One run, as JavaScript sees it.
class Handle {
 public:
  explicit Handle(const val& config)
      : session_(guarded([&] { return acp::Session(text_argument(config, "config")); })) {}

  double train(const val& max_steps, const val& max_milliseconds) {
    return guarded([&] {
      const double steps = count_argument(max_steps, "maxSteps", kMostSteps);
      const double time =
          number_argument(max_milliseconds, "maxMilliseconds", 0, kMostMilliseconds);
      return static_cast<double>(session_.train(static_cast<std::int64_t>(steps), time));
    });
  }
  void watch(const val& steps) {
    guarded([&] {
      session_.watch(static_cast<int>(count_argument(steps, "steps", kMostViewerSteps)));
    });
  }
  void kick(const val& strength) {
    guarded([&] { session_.kick(number_argument(strength, "strength", -1, 1)); });
  }
  void drag(const val& x, const val& y) {
    guarded([&] {
      session_.drag(number_argument(x, "x", -kLargestPoint, kLargestPoint),
                    number_argument(y, "y", -kLargestPoint, kLargestPoint));
    });
  }
  val frame() {
    return guarded([&] {
      const auto words = session_.frame();
      return val(emscripten::typed_memory_view(words.size(), words.data()));
    });
  }
  void tune(const val& changes) {
    guarded([&] { session_.tune(text_argument(changes, "changes")); });
  }
  std::string config() const {
    return guarded([&] { return session_.config(); });
  }
  std::string status() const {
    return guarded([&] { return session_.status(); });
  }
  std::string digest() const {
    return guarded([&] { return session_.digest(); });
  }
  val save() {
    return guarded([&] {
      checkpoint_ = session_.save();
      return val(emscripten::typed_memory_view(checkpoint_.size(), checkpoint_.data()));
    });
  }
  void load(const val& checkpoint) {
    guarded([&] {
      if (!checkpoint.instanceof (val::global("Uint8Array"))) {
        throw std::invalid_argument("checkpoint: not a Uint8Array");
      }
      const auto bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(checkpoint);
      session_ = acp::Session::from_checkpoint(bytes);
    });
  }

 private:
  acp::Session session_;
  std::vector<std::uint8_t> checkpoint_;
};

/// The gradient lab, as JavaScript sees it.
class LabHandle {
 public:
  explicit LabHandle(const val& task)
      : lab_(guarded([&] { return acp::Laboratory(text_argument(task, "task")); })) {}

  std::string describe() const { return lab_.describe(); }
  double measure(const val& config, const val& repeats, const val& max_milliseconds) {
    return guarded([&] {
      const double count = count_argument(repeats, "repeats", kMostSteps);
      const double time =
          number_argument(max_milliseconds, "maxMilliseconds", 0, kMostMilliseconds);
      return static_cast<double>(
          lab_.measure(text_argument(config, "config"), static_cast<std::int64_t>(count), time));
    });
  }
  std::string result(const val& config) {
    return guarded([&] { return lab_.result(text_argument(config, "config")); });
  }
  val recent(const val& config) {
    return guarded([&] {
      const auto rows = lab_.recent(text_argument(config, "config"));
      return val(emscripten::typed_memory_view(rows.size(), rows.data()));
    });
  }
  val slice(const val& low, const val& high, const val& count) {
    return guarded([&] {
      const double from = number_argument(low, "low", -kLargestPoint, kLargestPoint);
      const double to = number_argument(high, "high", from, kLargestPoint);
      const double points = count_argument(count, "count", kMostPoints);
      if (points < 2) throw std::invalid_argument("count: fewer than 2");
      slice_ = lab_.slice(from, to, static_cast<int>(points));
      return val(emscripten::typed_memory_view(slice_.size(), slice_.data()));
    });
  }

 private:
  acp::Laboratory lab_;
  std::vector<float> slice_;
};

std::string check(const val& config) {
  return guarded([&]() -> std::string {
    try {
      acp::RunConfig::parse(text_argument(config, "config"));
      return "";
    } catch (const acp::ConfigError& error) {
      return error.what();
    }
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(actor_critic_playground) {
  emscripten::function("catalog", &acp::catalog);
  emscripten::function("check", &check);
  emscripten::class_<Handle>("Session")
      .constructor<const val&>()
      .function("train", &Handle::train)
      .function("watch", &Handle::watch)
      .function("kick", &Handle::kick)
      .function("drag", &Handle::drag)
      .function("frame", &Handle::frame)
      .function("tune", &Handle::tune)
      .function("config", &Handle::config)
      .function("status", &Handle::status)
      .function("digest", &Handle::digest)
      .function("save", &Handle::save)
      .function("load", &Handle::load);
  emscripten::class_<LabHandle>("Lab")
      .constructor<const val&>()
      .function("describe", &LabHandle::describe)
      .function("measure", &LabHandle::measure)
      .function("result", &LabHandle::result)
      .function("recent", &LabHandle::recent)
      .function("slice", &LabHandle::slice);
}
