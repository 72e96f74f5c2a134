// The surface of the module that trains, and of the one that traces besides (docs/boundary.md).
#include <cstring>
#include <utility>
#include <vector>

#include "bindings/arguments.h"
#include "core/base/trace.h"
#include "core/session/session.h"

namespace {

using namespace acp::bindings;

/// -1 or a small whole number, which the session looks at more closely.
int index_argument(const val& argument, const char* name) {
  return static_cast<int>(count_argument(argument, name, 1e6, -1));
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
  std::string trace() {
    return guarded([&] { return session_.trace(); });
  }
  void watch(const val& steps, const val& stochastic) {
    guarded([&] {
      session_.watch(static_cast<int>(count_argument(steps, "steps", kMostViewerSteps)),
                     flag_argument(stochastic, "stochastic"));
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
  val field(const val& across, const val& up, const val& columns, const val& rows) {
    return guarded([&] {
      const auto words =
          session_.field({index_argument(across, "across"), index_argument(up, "up"),
                          index_argument(columns, "columns"), index_argument(rows, "rows")});
      return val(emscripten::typed_memory_view(words.size(), words.data()));
    });
  }
  val look(const val& observation, const val& dimension) {
    return guarded([&] {
      const auto numbers =
          numbers_argument(observation, "observation", -kLargestPoint, kLargestPoint);
      const auto words = session_.look(numbers, index_argument(dimension, "dimension"));
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
  double steps() const { return static_cast<double>(session_.environment_steps()); }
  double updates() const { return static_cast<double>(session_.updates()); }
  std::string policy() const {
    return guarded([&] { return session_.policy(); });
  }
  std::string unresumed() const {
    return guarded([&] { return session_.unresumed(); });
  }
  val save() {
    return guarded([&] {
      checkpoint_ = session_.save();
      return val(emscripten::typed_memory_view(checkpoint_.size(), checkpoint_.data()));
    });
  }
  void load(const val& checkpoint) {
    guarded([&] {
      session_ = acp::Session::from_checkpoint(bytes_argument(checkpoint, "checkpoint"));
    });
  }

 private:
  acp::Session session_;
  std::vector<std::uint8_t> checkpoint_;
};

std::string catalog() { return acp::catalog(); }

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
  emscripten::function("catalog", &catalog);
  emscripten::function("check", &check);
  auto session = emscripten::class_<Handle>("Session");
  session.constructor<const val&>()
      .function("train", &Handle::train)
      .function("watch", &Handle::watch)
      .function("kick", &Handle::kick)
      .function("drag", &Handle::drag)
      .function("frame", &Handle::frame)
      .function("field", &Handle::field)
      .function("tune", &Handle::tune)
      .function("config", &Handle::config)
      .function("status", &Handle::status)
      .function("digest", &Handle::digest)
      .function("steps", &Handle::steps)
      .function("updates", &Handle::updates)
      .function("policy", &Handle::policy)
      .function("save", &Handle::save)
      .function("load", &Handle::load);
  if constexpr (acp::kTraced) {
    session.function("trace", &Handle::trace).function("look", &Handle::look);
  }
  if constexpr (acp::bindings::kHosts) session.function("unresumed", &Handle::unresumed);
}
