// Tasks of the host, whose instances are numbers: `tasks.mjs` knows what they stand for.
#include "cli/tasks.h"

#include <array>
#include <deque>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "cli/node/host.h"
#include "core/base/decimal.h"
#include "core/base/math.h"
#include "core/env/host_environment.h"
#include "core/session/config.h"

namespace acp::cli {
namespace {

/// Of one environment; as long-lived as the registry.
struct Host {
  int number;
  int width;    ///< of an action
  int numbers;  ///< of a state
  std::string complaint;
};

struct Task {
  const Host* host;
  int instance;
};

const Task& of(void* task) { return *static_cast<const Task*>(task); }

HostFunctions table(Host* host) {
  HostFunctions functions;
  functions.host = host;
  functions.create = [](void* maker) -> void* {
    const auto* const made_by = static_cast<const Host*>(maker);
    return new Task{made_by, acp_create(made_by->number)};
  };
  functions.destroy = [](void* task) {
    acp_destroy(of(task).instance);
    delete static_cast<Task*>(task);
  };
  functions.reset = [](void* task, const HostRandom* random) {
    return acp_reset(of(task).instance, random);
  };
  functions.step = [](void* task, const double* action, const HostRandom* random, double* reward,
                      int* terminated) {
    std::array outcome{std::numeric_limits<double>::quiet_NaN(), 0.0};
    const int code =
        acp_step(of(task).instance, action, of(task).host->width, random, outcome.data());
    *reward = outcome[0];
    *terminated = outcome[1] != 0;
    return code;
  };
  functions.observe = [](void* task, double* out, int room) {
    return acp_observe(of(task).instance, out, room);
  };
  functions.save = [](void* task, double* out, int room) {
    return acp_save(of(task).instance, out, room);
  };
  functions.load = [](void* task, const double* state) {
    return acp_load(of(task).instance, state, of(task).host->numbers);
  };
  functions.complaint = [](void* asked) {
    auto& complaint = static_cast<Host*>(asked)->complaint;
    complaint.resize(static_cast<std::size_t>(acp_complaint_size()));
    acp_take_complaint(complaint.data());
    return complaint.c_str();
  };
  return functions;
}

/// The list of the host, value by value: JSON would take 6 % of the start of every command.
class Values {
 public:
  explicit Values(std::string text) : text_(std::move(text)) {}

  std::string text() {
    const auto end = text_.find('\n', at_);
    const auto begin = std::exchange(at_, end + 1);
    return text_.substr(begin, end - begin);
  }
  /// NaN where it is not known.
  double number() {
    double value = 0;
    return decimal::read(text(), value) ? value : std::numeric_limits<double>::quiet_NaN();
  }
  int count() { return static_cast<int>(number()); }
  bool flag() { return text() == "true"; }
  std::vector<std::string> texts() {
    std::vector<std::string> list(static_cast<std::size_t>(count()));
    for (auto& each : list) each = text();
    return list;
  }
  std::vector<double> numbers() {
    std::vector<double> list(static_cast<std::size_t>(count()));
    for (auto& each : list) each = number();
    return list;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

std::vector<Component> components(const std::vector<std::string>& names) {
  std::vector<Component> list;
  list.reserve(names.size());
  for (const auto& name : names) list.push_back({name, -1, 1});
  return list;
}

void add_task(Values& about, int number) {
  EnvironmentInfo info{};
  info.id = about.text();
  info.title = about.text();
  info.help = about.text();
  info.source = about.text();
  info.observation = components(about.texts());
  info.state = components(about.texts());
  info.action.discrete = about.flag();
  info.action.names = about.texts();
  info.action.low = about.numbers();
  info.action.high = about.numbers();
  info.time_limit = about.count();
  info.seconds_per_step = about.number();
  info.reference.random = about.number();
  info.reference.threshold = about.number();
  static std::deque<Host> hosts;
  Host& host = hosts.emplace_back(
      Host{number, info.action.width(), static_cast<int>(info.state.size()), ""});
  add_environment(host_entry(std::move(info), table(&host)));
}

void add_ready_made(Values& about) {
  static std::deque<std::string> texts;
  const auto text = [&] { return texts.emplace_back(about.text()).c_str(); };
  Preset preset{};
  preset.id = text();
  preset.title = text();
  preset.teaches = text();
  preset.config = text();
  preset.steps = about.count();
  preset.threshold = about.number();
  preset.learns = about.flag();
  add_preset(preset);
}

}  // namespace

void add_tasks() {
  std::string text(static_cast<std::size_t>(acp_tasks_size()), '\0');
  acp_take_tasks(text.data());
  Values values(std::move(text));
  const int tasks = values.count();
  for (int i = 0; i < tasks; ++i) add_task(values, i);
  const int presets = values.count();
  for (int i = 0; i < presets; ++i) add_ready_made(values);
}

const char* more_tasks() { return ""; }

}  // namespace acp::cli

// What the host may ask for while a task runs: wasm exports, called from JavaScript.
extern "C" {

[[gnu::used]] double acp_uniform(const acp::HostRandom* random) {
  return random->uniform(random->stream);
}
[[gnu::used]] double acp_normal(const acp::HostRandom* random) {
  double drawn = 0;
  random->normal(random->stream, &drawn, 1);
  return drawn;
}
[[gnu::used]] double acp_sin(double x) { return acp::math::sin(x); }
[[gnu::used]] double acp_cos(double x) { return acp::math::cos(x); }
[[gnu::used]] double acp_tanh(double x) { return acp::math::tanh(x); }
[[gnu::used]] double acp_exp(double x) { return acp::math::exp(x); }
[[gnu::used]] double acp_log(double x) { return acp::math::log(x); }
}
