// Tasks from outside, for the library's module: those of formulas, and those written in JavaScript,
// whose adapter (web/src/tasks/adapter.ts) is behind the core's table of functions.
#include <array>
#include <deque>
#include <limits>
#include <memory>
#include <utility>

#include "bindings/arguments.h"
#include "core/base/math.h"
#include "core/env/formula.h"
#include "core/env/host_environment.h"
#include "core/env/written_reward.h"
#include "core/session/config.h"

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

HostFunctions table(Host* host, const EnvironmentInfo& info, bool is_touched) {
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
  if (!info.state.empty()) {
    functions.save = [](void* task, double* out, int room) {
      return call(task, "save", view_of(out, static_cast<std::size_t>(room)));
    };
    functions.load = [](void* task, const double* state) {
      return call(task, "load", view_of(state, static_cast<Task*>(task)->host->numbers));
    };
  }
  if (!info.draw.empty()) {
    functions.draw = [](void* task, float* out, int room) {
      return call(task, "draw", view_of(out, static_cast<std::size_t>(room)));
    };
  }
  if (is_touched) {
    functions.kick = [](void* task, double strength) { return call(task, "push", strength); };
    functions.drag = [](void* task, double x, double y) { return call(task, "drag", x, y); };
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

/// Sets a return to compare with, unless it is null.
void set_reference(double& reference, const val& about, const char* name) {
  if (!about[name].isNull()) reference = limit(about[name], name);
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
    info.id = text_argument(about["id"], "id");
    info.title = text_argument(about["title"], "title");
    info.help = text_argument(about["help"], "help");
    info.source = text_argument(about["source"], "source");
    info.observation = components(names(about["observation"], "observation"));
    info.state = components(names(about["state"], "state"));
    info.action = action_space(about["action"]);
    info.time_limit = static_cast<int>(count_argument(about["timeLimit"], "timeLimit", 1e6, 1));
    info.seconds_per_step = limit(about["secondsPerStep"], "secondsPerStep");
    info.draw = names(about["drawing"], "drawing");
    set_reference(info.reference.random, about, "random");
    set_reference(info.reference.threshold, about, "threshold");
    const bool is_touched = flag_argument(about["isTouched"], "isTouched");
    const auto width = static_cast<std::size_t>(info.action.width());
    auto host = std::make_unique<Host>(Host{adapter, width, info.state.size(), ""});
    const HostFunctions functions = table(host.get(), info, is_touched);
    add_environment(host_entry(std::move(info), functions));
    host.release();  // the registry keeps what it has
  });
}

void add_ready_made(const val& about) {
  guarded([&] {
    static std::deque<std::string> texts;
    const auto text = [&](const char* name) {
      return texts.emplace_back(text_argument(about[name], name)).c_str();
    };
    constexpr double kMost = 1e9;
    add_preset({.id = text("id"),
                .title = text("title"),
                .teaches = text("teaches"),
                .config = text("config"),
                .steps = static_cast<int>(count_argument(about["steps"], "steps", kMost, 1)),
                .threshold = limit(about["threshold"], "threshold"),
                .learns = flag_argument(about["learns"], "learns")});
  });
}

std::string catalog_of(const val& config) {
  return guarded([&] {
    const auto about = acp::RunConfig::parse(text_argument(config, "config"));
    return acp::catalog(nullptr, &about);
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

const acp::RewardLanguage* acp::reward_language() { return &formula_rewards(); }

EMSCRIPTEN_BINDINGS(actor_critic_playground_host) {
  acp::add_environment(acp::formula_entry());
  emscripten::function("catalogOf", &catalog_of);
  emscripten::function("addEnvironment", &add_task);
  emscripten::function("addPreset", &add_ready_made);
  emscripten::function("uniform", &uniform);
  emscripten::function("normal", &normal);
  emscripten::function("sin", &math::sin<double>);
  emscripten::function("cos", &math::cos<double>);
  emscripten::function("tanh", &math::tanh<double>);
  emscripten::function("exp", &math::exp<double>);
  emscripten::function("log", &math::log<double>);
}
