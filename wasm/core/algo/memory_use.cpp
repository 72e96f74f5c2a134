#include "core/algo/memory_use.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/algo/algorithm.h"

namespace acp {
namespace {

std::string text(double count) { return std::to_string(static_cast<std::int64_t>(count)); }

/// Numbers that a state and an action leave behind in the layers of networks, with their gradient.
double numbers_per_column(const NetworkSettings& networks, const TaskShape& task) {
  return 2.0 * networks.hidden_layers * networks.hidden_units +
         2.0 * padded(task.observation_size + task.action_size) + 5.0 * padded(task.action_size);
}

}  // namespace

void MemoryUse::replay(const char* parameter, double count, const TaskShape& task) {
  const double each = 2 * task.observation_size + task.action_width() + 4;
  add(parameter, count * each, text(count) + " transitions of " + text(each) + " numbers");
}

void MemoryUse::rollout(const char* parameter, double count, const TaskShape& task) {
  constexpr double kPerStep = 6;  // the reward, V before and after, return, weight and flags
  const double each = 2 * padded(task.observation_size) + padded(task.action_width()) + kPerStep;
  add(parameter, count * each, text(count) + " steps of " + text(each) + " numbers");
}

void MemoryUse::batches(const char* parameter, double columns, const NetworkSettings& networks,
                        const TaskShape& task) {
  add(parameter, columns * numbers_per_column(networks, task),
      "batches of " + text(columns) + " in " + text(networks.hidden_layers) + " layers of " +
          text(networks.hidden_units) + " units");
}

void MemoryUse::probed_state(double columns, const NetworkSettings& networks,
                             const TaskShape& task) {
  per_probed_state_ = columns * numbers_per_column(networks, task);
}

void MemoryUse::probe(double states) {
  add("action_samples", states * per_probed_state_,
      "actions that probe_every measures in " + text(states) + " states");
}

void MemoryUse::weights(double copies, const NetworkSettings& networks, const TaskShape& task) {
  const double layers = networks.hidden_layers, units = networks.hidden_units;
  const double inputs = task.observation_size + task.action_size + 1, outputs = task.action_size;
  const double all = layers > 0 ? units * (inputs + outputs + (layers - 1) * (units + 1))
                                : inputs * std::max(outputs, 2.0);
  add("hidden_units", copies * all, "the weights");
}

void MemoryUse::add(const char* parameter, double numbers, std::string what) {
  numbers_ += numbers;
  if (numbers <= most_) return;
  most_ = numbers;
  parameter_ = parameter;
  what_ = std::move(what);
}

Complaint MemoryUse::check(const std::string& id) const {
  if (bytes() <= kMostBytes) return {};
  return id + "." + parameter_ + ": " + what_ + " take " + megabytes(kBytes * most_) + " of the " +
         megabytes(bytes()) + " that the run would take; at most " + megabytes(kMostBytes) +
         " fit in a browser tab";
}

std::string megabytes(double bytes) { return text(std::ceil(bytes / 1e6)) + " MB"; }

}  // namespace acp
