#include "core/exact/process.h"

#include <stdexcept>

#include "core/base/json.h"
#include "core/base/named_text.h"
#include "core/env/exact_model.h"
#include "core/exact/examples.h"
#include "core/exact/surrogate.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

std::vector<std::string> counted(const char* letter, Index count) {
  std::vector<std::string> names;
  for (Index i = 0; i < count; ++i) names.push_back(letter + std::to_string(i));
  return names;
}

/// The parameters of an environment, and a discount.
class EnvironmentProcess final : public ProcessConfig {
 public:
  explicit EnvironmentProcess(const EnvironmentEntry& entry)
      : ProcessConfig(0.95), entry_(&entry), config_(entry.make_config()) {}
  Process make() override { return process_of(*entry_->make(*config_), gamma); }
  Complaint check() const override { return config_->check(); }

 private:
  void visit_own(ParameterVisitor& visitor) override { config_->visit(visitor); }

  const EnvironmentEntry* entry_;
  std::unique_ptr<Config> config_;
};

/// In states that no episode reaches, nothing happens: their values are of no interest, and need
/// not be finite.
void silence_unreachable(FiniteMdp& mdp) {
  std::vector<Index> open;
  std::vector<bool> reached(static_cast<std::size_t>(mdp.states()));
  const auto reach = [&](Index s) {
    if (reached[static_cast<std::size_t>(s)]) return;
    reached[static_cast<std::size_t>(s)] = true;
    open.push_back(s);
  };
  for (Index s = 0; s < mdp.states(); ++s) {
    if (mdp.rho(s) > 0) reach(s);
  }
  while (!open.empty()) {
    const Index s = open.back();
    open.pop_back();
    for (const auto& P : mdp.P) {
      for (Index next = 0; next < mdp.states(); ++next) {
        if (P(s, next) > 0) reach(next);
      }
    }
  }
  for (Index s = 0; s < mdp.states(); ++s) {
    if (reached[static_cast<std::size_t>(s)]) continue;
    mdp.R.row(s).setZero();
    for (auto& P : mdp.P) P.row(s).setZero();
  }
}

}  // namespace

Process::Process(FiniteMdp of)
    : mdp(std::move(of)),
      shared(mdp.states()),
      theta(MatrixXd::Zero(mdp.states(), mdp.actions())),
      states(counted("s", mdp.states())),
      actions(counted("a", mdp.actions())) {}

void ProcessConfig::visit(ParameterVisitor& visitor) {
  visit_own(visitor);
  visitor.number({.name = "gamma",
                  .title = "discount",
                  .symbol = "\\gamma",
                  .group = "Process",
                  .help = "Weight of the reward one step later; 1 where every episode ends."},
                 gamma, {0, 1});
}

std::vector<ProcessEntry> processes() {
  const auto examples = example_processes();
  std::vector<ProcessEntry> all(examples.begin(), examples.end());
  for (const EnvironmentEntry& entry : environments()) {
    const auto config = entry.make_config();
    const auto environment = entry.make(*config);
    const auto model = environment->exact_model(0);
    if (!model || !model->is_finite()) continue;
    all.push_back({entry.id, entry.title, entry.help, environment->info().source,
                   [](const EnvironmentEntry* of) -> std::unique_ptr<ProcessConfig> {
                     return std::make_unique<EnvironmentProcess>(*of);
                   },
                   &entry});
  }
  return all;
}

void expect_ends(const FiniteMdp& mdp) {
  if (mdp.gamma < 1 || always_ends(mdp, uniform_policy(mdp))) return;
  throw std::invalid_argument(
      "gamma: 1 needs episodes that end sooner or later from every state; use a number below 1");
}

Process process_of(const Environment& environment, double gamma) {
  const EnvironmentInfo& info = environment.info();
  const auto model = environment.exact_model(gamma);
  auto* mdp = model ? std::get_if<FiniteMdp>(&model->is) : nullptr;
  if (mdp == nullptr || mdp->rho.size() != mdp->states()) {
    std::string ids;
    for (const auto& entry : processes()) {
      if (entry.environment != nullptr) ids += (ids.empty() ? "" : ", ") + entry.id;
    }
    throw std::invalid_argument("environment: " + info.id +
                                " has no finite number of states that are known exactly; use " +
                                ids);
  }
  if (mdp->states() > Process::kMostStates) {
    throw std::invalid_argument("environment: " + info.id + " has " +
                                std::to_string(mdp->states()) + " states; at most " +
                                std::to_string(Process::kMostStates) + " are allowed");
  }
  silence_unreachable(*mdp);
  expect_ends(*mdp);
  Process process(std::move(*mdp));
  process.actions = info.action.names;
  if (info.states == static_cast<int>(process.states.size())) {
    for (std::size_t s = 0; s < process.states.size(); ++s) {
      process.states[s] = info.observation[s].name;
    }
  }
  return process;
}

ChosenProcess parse_process(std::string_view text) {
  std::vector<std::string> errors;
  const NamedText named = parse_named(text, "process", errors);
  std::string ids;
  for (const auto& entry : processes()) {
    ids += (ids.empty() ? "" : ", ") + entry.id;
    if (entry.id != named.name) continue;
    const auto config = entry.config();
    for (const auto& [key, value] : named.pairs) {
      const auto complaint = set_parameter(*config, key, value);
      if (!complaint.empty())
        errors.push_back("process." + entry.id + "." + key + ": " + complaint);
    }
    if (errors.empty()) {
      if (auto complaint = config->check(); !complaint.empty()) errors.push_back(complaint);
    }
    throw_if_any(errors);
    Process process = config->make();
    expect_ends(process.mdp);
    return {entry.id, print_parameters(*config), std::move(process)};
  }
  errors.push_back("process: \"" + named.name.substr(0, 40) + "\" is not one of " + ids);
  throw std::invalid_argument(joined_lines(errors));
}

std::string process_text(std::string_view task) {
  std::vector<std::string> errors;
  std::string process;
  for (const auto& [key, value] : split_pairs(task, errors)) {
    if (key == "process") {
      process = value;
    } else {
      errors.push_back(key + ": unknown; a task has process");
    }
  }
  if (process.empty()) errors.emplace_back("process: is missing");
  throw_if_any(errors);
  return process;
}

void describe_processes(JsonWriter& json) {
  json.begin_array();
  for (const auto& entry : processes()) {
    json.begin_object().member("id", std::string_view(entry.id));
    json.member("title", std::string_view(entry.title))
        .member("help", std::string_view(entry.help));
    json.member("source", std::string_view(entry.source));
    json.member("environment", entry.environment != nullptr).key("parameters");
    describe_parameters(*entry.config(), "", json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace acp
