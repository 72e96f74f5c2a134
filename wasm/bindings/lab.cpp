// The surface of the module of the gradient lab (docs/boundary.md), which is loaded when somebody
// opens it.
#include <memory>
#include <optional>
#include <vector>

#include "bindings/arguments.h"
#include "core/lab/laboratory.h"
#include "core/lab/race.h"
#include "core/session/session.h"

namespace {

using namespace acp::bindings;

constexpr double kMostPoints = 1e4;

/// The gradient lab, as JavaScript sees it, and the run that its task is a moment of.
class LabHandle {
 public:
  LabHandle(const val& task, const val& checkpoint)
      : session_(guarded([&] { return session_from(checkpoint); })), lab_(guarded([&] {
          const std::string text = text_argument(task, "task");
          return session_ ? session_->laboratory(text) : acp::Laboratory(text);
        })) {}

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
  static std::optional<acp::Session> session_from(const val& checkpoint) {
    if (checkpoint.isNull()) return std::nullopt;
    return acp::Session::from_checkpoint(bytes_argument(checkpoint, "checkpoint"));
  }

  std::optional<acp::Session> session_;
  acp::Laboratory lab_;
  std::vector<float> slice_;
};

/// One race of gradient estimators, as JavaScript sees it.
class RaceHandle {
 public:
  explicit RaceHandle(const val& config)
      : race_(
            guarded([&] { return std::make_unique<acp::Race>(text_argument(config, "config")); })) {
  }

  bool advance(const val& milliseconds) {
    return guarded([&] {
      return race_->advance(number_argument(milliseconds, "milliseconds", 0, kMostMilliseconds));
    });
  }
  std::string result() const {
    return guarded([&] { return race_->result(); });
  }

 private:
  std::unique_ptr<acp::Race> race_;
};

std::string catalog() {
  acp::JsonWriter json;
  acp::describe_lab(json);
  return json.take();
}

}  // namespace

EMSCRIPTEN_BINDINGS(actor_critic_playground_lab) {
  emscripten::function("catalog", &catalog);
  emscripten::class_<LabHandle>("Lab")
      .constructor<const val&, const val&>()
      .function("describe", &LabHandle::describe)
      .function("measure", &LabHandle::measure)
      .function("result", &LabHandle::result)
      .function("recent", &LabHandle::recent)
      .function("slice", &LabHandle::slice);
  emscripten::class_<RaceHandle>("Race")
      .constructor<const val&>()
      .function("advance", &RaceHandle::advance)
      .function("result", &RaceHandle::result);
}
