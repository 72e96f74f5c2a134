// Tasks written in JavaScript, for the library's module: its adapter (web/src/library/adapter.ts)
// behind the core's table of functions.
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include "bindings/arguments.h"
#include "core/base/math.h"
#include "core/env/host_environment.h"

namespace {

using namespace acp;
using namespace acp::bindings;

/// Of one environment; as long-lived as the registry.
struct Host {
  val adapter;          ///< never throws
  std::size_t width;    ///< of an action
  std::size_t numbers;  ///< of a state
  std::string complaint;
};

struct Task {
  Host* host;
  val state;
};

/// What `uniform` and `normal` draw from: while `reset` or `step` runs.
const HostRandom* drawn_from = nullptr;

class Draws {
 public:
  explicit Draws(const HostRandom* random) : before_(std::exchange(drawn_from, random)) {}
  ~Draws() { drawn_from = before_; }
  Draws(const Draws&) = delete;
  Draws& operator=(const Draws&) = delete;

 private:
  const HostRandom* before_;
};

template <class T>
val view_of(T* first, std::size_t count) {
  return val(emscripten::typed_memory_view(count, first));
}

template <class... Arguments>
int call(void* task, const char* function, Arguments&&... arguments) {
  const auto& [host, state] = *static_cast<Task*>(task);
  return host->adapter.call<int>(function, state, std::forward<Arguments>(arguments)...);
}

HostFunctions table(Host* host, bool saves) {
  HostFunctions functions;
  functions.host = host;
  functions.create = [](void* of) -> void* {
    auto* maker = static_cast<Host*>(of);
    val state = maker->adapter.call<val>("create");
    return state.isNull() ? nullptr : new Task{maker, std::move(state)};
  };
  functions.destroy = [](void* task) {
    call(task, "destroy");
    delete static_cast<Task*>(task);
  };
  functions.reset = [](void* task, const HostRandom* random) {
    const Draws draws(random);
    return call(task, "reset");
  };
  functions.step = [](void* task, const double* action, const HostRandom* random, double* reward,
                      int* terminated) {
    const Draws draws(random);
    std::array outcome{std::numeric_limits<double>::quiet_NaN(), 0.0};
    const std::size_t width = static_cast<Task*>(task)->host->width;
    const int code =
        call(task, "step", view_of(action, width), view_of(outcome.data(), outcome.size()));
    *reward = outcome[0];
    *terminated = outcome[1] != 0;
    return code;
  };
  functions.observe = [](void* task, double* out, int room) {
    return call(task, "observe", view_of(out, static_cast<std::size_t>(room)));
  };
  if (saves) {
    functions.save = [](void* task, double* out, int room) {
      return call(task, "save", view_of(out, static_cast<std::size_t>(room)));
    };
    functions.load = [](void* task, const double* state) {
      return call(task, "load", view_of(state, static_cast<Task*>(task)->host->numbers));
    };
  }
  functions.complaint = [](void* of) {
    auto* asked = static_cast<Host*>(of);
    asked->complaint = asked->adapter["complaint"].as<std::string>();
    return asked->complaint.c_str();
  };
  return functions;
}

double limit(const val& about, const char* name) {
  constexpr double kMost = std::numeric_limits<float>::max();
  return number_argument(about, name, -kMost, kMost);
}

std::vector<std::string> names(const val& about, const char* name) {
  std::vector<std::string> texts;
  for (const val& text : emscripten::vecFromJSArray<val>(about)) {
    texts.push_back(text_argument(text, name));
  }
  return texts;
}

std::vector<Component> components(const std::vector<std::string>& names) {
  std::vector<Component> list;
  for (const auto& name : names) list.push_back({name, -1, 1});
  return list;
}

ActionSpace action_space(const val& about) {
  if (about["choices"].isTrue())
    return {.discrete = true, .names = names(about["names"], "action")};
  ActionSpace space{.discrete = false, .names = names(about["names"], "action")};
  for (const val& low : emscripten::vecFromJSArray<val>(about["low"])) {
    space.low.push_back(limit(low, "action: low"));
  }
  for (const val& high : emscripten::vecFromJSArray<val>(about["high"])) {
    space.high.push_back(limit(high, "action: high"));
  }
  return space;
}

void add_task(const val& about, const val& adapter) {
  guarded([&] {
    EnvironmentInfo info{};
    info.id = info.title = text_argument(about["id"], "id");
    info.observation = components(names(about["observation"], "observation"));
    info.state = components(names(about["state"], "state"));
    info.action = action_space(about["action"]);
    info.time_limit = static_cast<int>(count_argument(about["timeLimit"], "timeLimit", 1e6, 1));
    info.seconds_per_step = 1;
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    info.reference = {kUnknown, kUnknown, kUnknown};
    const bool saves = !info.state.empty();
    const auto width = static_cast<std::size_t>(info.action.width());
    auto host = std::make_unique<Host>(Host{adapter, width, info.state.size(), ""});
    add_environment(host_entry(std::move(info), table(host.get(), saves)));
    host.release();  // the registry keeps what it has
  });
}

const HostRandom& random() {
  if (drawn_from == nullptr) throw_error("random numbers are for reset and step");
  return *drawn_from;
}
double uniform() { return random().uniform(random().stream); }
double normal() {
  double drawn = 0;
  random().normal(random().stream, &drawn, 1);
  return drawn;
}

}  // namespace

EMSCRIPTEN_BINDINGS(actor_critic_playground_host) {
  emscripten::function("addEnvironment", &add_task);
  emscripten::function("uniform", &uniform);
  emscripten::function("normal", &normal);
  emscripten::function("sin", &math::sin<double>);
  emscripten::function("cos", &math::cos<double>);
  emscripten::function("tanh", &math::tanh<double>);
  emscripten::function("exp", &math::exp<double>);
  emscripten::function("log", &math::log<double>);
}
