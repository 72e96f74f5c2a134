#include "core/env/host_environment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/json.h"

namespace acp {
namespace {

constexpr std::size_t kMostNumbers = 4096;
constexpr int kMostStarts = 1000;
constexpr int kLongestEpisode = 1'000'000;

/// What the environments of one entry share.
struct Host {
  EnvironmentInfo info;
  HostFunctions functions;
};

double uniform(void* stream) { return static_cast<Rng*>(stream)->uniform(); }

void normal(void* stream, double* out, int count) {
  std::array<Scalar, 8> block;  // as many as the stream draws at once
  for (int i = 0; i < count; i += static_cast<int>(block.size())) {
    const auto n = std::min(block.size(), static_cast<std::size_t>(count - i));
    static_cast<Rng*>(stream)->fill_normal(std::span(block).first(n));
    std::copy_n(block.begin(), n, out + i);
  }
}

/// Whether the networks can take it in.
bool is_number(double x) {
  return std::abs(x) <= static_cast<double>(std::numeric_limits<float>::max());
}

const std::string& name_of(const Component& component) { return component.name; }
const std::string& name_of(const std::string& name) { return name; }

class HostEnvironment final : public Environment, public Snapshot, public Drawing, public Pointer {
 public:
  explicit HostEnvironment(const std::shared_ptr<const Host>& host)
      : HostEnvironment(host, "create", host->functions.create(host->functions.host)) {}

  const EnvironmentInfo& info() const override { return host_->info; }
  Snapshot* snapshot() override { return functions().save != nullptr ? this : nullptr; }
  const Drawing* drawing() const override { return functions().draw != nullptr ? this : nullptr; }
  Pointer* pointer() override { return functions().kick != nullptr ? this : nullptr; }

  std::unique_ptr<Environment> clone() const override {
    if (functions().copy == nullptr) return nullptr;
    return std::unique_ptr<Environment>(
        new HostEnvironment(host_, "copy", functions().copy(task_.get())));
  }

  void reset(Rng& rng) override {
    const HostRandom random{&rng, uniform, normal};
    expect_done("reset", functions().reset(task_.get(), &random));
  }

  StepResult step(std::span<const double> action, Rng& rng) override {
    const HostRandom random{&rng, uniform, normal};
    double reward = std::numeric_limits<double>::quiet_NaN();
    int terminated = 0;
    if (!std::all_of(action.begin(), action.end(), is_number)) {
      fail("step", "there is no action to take: the policy's is not a finite number");
    }
    expect_done("step",
                functions().step(task_.get(), action.data(), &random, &reward, &terminated));
    if (!is_number(reward)) fail("step", "the reward is not a finite number");
    return {reward, terminated != 0};
  }

  void observe(std::span<double> observation) const override {
    const int count = functions().observe(task_.get(), observation.data(), room(observation));
    expect_numbers("observe", count, observation, info().observation);
  }

  std::span<const double> state() const override {
    expect_state("save", functions().save(task_.get(), state_.data(), room(state_)), state_);
    return state_;
  }
  void set_state(std::span<const double> state) override {
    if (auto why = check_state(info(), state); !why.empty()) fail("load", why);
    expect_done("load", functions().load(task_.get(), state.data()));
  }

  void draw(std::span<float> out) const override {
    expect_numbers("draw", functions().draw(task_.get(), out.data(), room(out)), out, info().draw);
  }
  void kick(double strength) override {
    expect_done("kick", functions().kick(task_.get(), strength));
  }
  void drag(double x, double y) override {
    expect_done("drag", functions().drag(task_.get(), x, y));
  }

  std::vector<std::vector<double>> evaluation_states() const override {
    const auto count = static_cast<std::size_t>(functions().starts);
    std::vector<std::vector<double>> states(count, std::vector<double>(info().state.size()));
    for (std::size_t i = 0; i < count; ++i) {
      const int given = functions().start(functions().host, static_cast<int>(i), states[i].data(),
                                          room(states[i]));
      expect_state("start", given, states[i]);
    }
    return states;
  }

 private:
  HostEnvironment(std::shared_ptr<const Host> host, const char* made_by, void* task)
      : host_(std::move(host)),
        task_(task, host_->functions.destroy),
        state_(host_->info.state.size()) {
    if (task == nullptr) fail(made_by, complaint());
  }

  const HostFunctions& functions() const { return host_->functions; }
  template <class Numbers>
  static int room(const Numbers& numbers) {
    return static_cast<int>(numbers.size());
  }

  std::string complaint() const {
    const auto ask = functions().complaint;
    const char* why = ask != nullptr ? ask(functions().host) : nullptr;
    return why != nullptr ? why : "it failed";
  }
  [[noreturn]] void fail(const char* function, const std::string& why) const {
    throw EnvironmentError(function + (" of " + info().id) + ": " + why);
  }
  void expect_done(const char* function, int code) const {
    if (code < 0) fail(function, complaint());
  }
  template <class Numbers, class Names>
  void expect_numbers(const char* function, int count, const Numbers& numbers,
                      const Names& names) const {
    expect_done(function, count);
    if (count != room(numbers)) {
      fail(function,
           std::to_string(count) + " numbers instead of " + std::to_string(numbers.size()));
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (!is_number(static_cast<double>(numbers[i]))) {
        fail(function, name_of(names[i]) + " is not a finite number");
      }
    }
  }
  void expect_state(const char* function, int count, const std::vector<double>& state) const {
    expect_numbers(function, count, state, info().state);
    if (auto why = check_state(info(), state); !why.empty()) fail(function, why);
  }

  std::shared_ptr<const Host> host_;
  std::unique_ptr<void, void (*)(void*)> task_;
  mutable std::vector<double> state_;  ///< what `save` has written last
};

struct NoParameters final : Config {
  void visit(ParameterVisitor&) override {}
};

class HostMaker final : public EnvironmentMaker {
 public:
  explicit HostMaker(std::shared_ptr<const Host> host) : host_(std::move(host)) {}
  std::unique_ptr<Config> make_config() const override { return std::make_unique<NoParameters>(); }
  std::unique_ptr<Environment> make(Config&) const override {
    return std::make_unique<HostEnvironment>(host_);
  }

 private:
  std::shared_ptr<const Host> host_;
};

/// The first complaint about what makes up a task, or empty.
class Check {
 public:
  Complaint operator()(const Host& host) {
    const auto& [info, functions] = host;
    for (const auto& [name, missing] : {std::pair{"create", functions.create == nullptr},
                                        {"destroy", functions.destroy == nullptr},
                                        {"reset", functions.reset == nullptr},
                                        {"step", functions.step == nullptr},
                                        {"observe", functions.observe == nullptr}}) {
      require(!missing, std::string(name) + " is missing");
    }
    const bool saves = functions.save != nullptr;
    require(saves == (functions.load != nullptr), "save and load come together");
    require((functions.kick != nullptr) == (functions.drag != nullptr),
            "kick and drag come together");
    require(saves != info.state.empty(), "a state is listed if there are save and load");
    require((functions.draw != nullptr) != info.draw.empty(),
            "what to draw is listed if there is draw");
    require(functions.starts >= 0 && functions.starts <= kMostStarts,
            "starts " + std::to_string(functions.starts) + " is outside [0, 1000]");
    require(functions.starts == 0 || (functions.start != nullptr && saves),
            "starts need start, save and load");
    sizes(info);
    ranges("observation", info.observation);
    ranges("state", info.state);
    for (const auto& [name, low, high] : info.state) {
      require(low >= -kLargestStateComponent && high <= kLargestStateComponent,
              "state, " + name + ": no state may be beyond 100000");
    }
    action(info.action);
    require(info.time_limit >= 1 && info.time_limit <= kLongestEpisode,
            "time_limit " + std::to_string(info.time_limit) + " is outside [1, 1000000]");
    require(info.seconds_per_step > 0 && is_number(info.seconds_per_step),
            "seconds_per_step is not a positive number");
    return complaint_;
  }

 private:
  void require(bool holds, const std::string& otherwise) {
    if (!holds && complaint_.empty()) complaint_ = otherwise;
  }
  void sizes(const EnvironmentInfo& info) {
    require(!info.observation.empty(), "observation is empty");
    require(info.action.size() > 0, "action is empty");
    for (const std::size_t size :
         {info.observation.size(), info.action.names.size(), info.state.size(), info.draw.size()}) {
      require(size <= kMostNumbers, std::to_string(size) + " numbers are more than 4096");
    }
    require(info.states == 0 || info.states == static_cast<int>(info.observation.size()),
            "states is neither 0 nor the size of the observation");
  }
  void range(const std::string& what, double low, double high) {
    require(is_number(low) && is_number(high) && low < high,
            what + ": [" + number_text(low) + ", " + number_text(high) + "] is no range");
  }
  void ranges(const std::string& what, const std::vector<Component>& components) {
    for (const auto& [name, low, high] : components) range(what + ", " + name, low, high);
  }
  void action(const ActionSpace& space) {
    const std::size_t bounds = space.discrete ? 0 : space.names.size();
    const bool fits = space.low.size() == bounds && space.high.size() == bounds;
    require(fits, "action: " + std::to_string(bounds) + " bounds are needed on either side");
    for (std::size_t i = 0; fits && i < bounds; ++i) {
      range("action, " + space.names[i], space.low[i], space.high[i]);
    }
  }

  Complaint complaint_;
};

}  // namespace

EnvironmentEntry host_entry(EnvironmentInfo info, const HostFunctions& functions) {
  auto host = std::make_shared<const Host>(Host{std::move(info), functions});
  if (const auto complaint = Check()(*host); !complaint.empty()) {
    throw std::invalid_argument("environment \"" + host->info.id + "\": " + complaint);
  }
  const auto& about = host->info;
  return {about.id, about.title, about.help, std::make_shared<HostMaker>(host)};
}

}  // namespace acp
