#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lab/laboratory.h"
#include "core/session/session.h"

namespace acp::bench {

/// A run whose updates are timed, and the arithmetic of one of its updates.
struct Scenario {
  std::string name;
  std::string config;
  double flop_per_update;  ///< multiplications and additions of the dense layers
};

std::vector<Scenario> scenarios();

/// A session past its warm-up; every environment step makes one update.
class Workload {
 public:
  explicit Workload(const Scenario& scenario);
  void run(int updates);

 private:
  Session session_;
};

/// An estimator of the gradient lab, one sample of one dimension per estimate.
struct LabScenario {
  std::string name;
  std::string measurement;
};

std::vector<LabScenario> lab_scenarios();

/// A bench of the lab with an estimator; everything that a measurement does is timed.
class LabWorkload {
 public:
  explicit LabWorkload(const LabScenario& scenario);
  void run(int estimates);

 private:
  Laboratory lab_;
  std::string measurement_;
  std::int64_t made_ = 0;
};

/// Multiplies and adds in registers as fast as the processor can, without memory. Returns the
/// floating-point operations done: the ceiling to which updates are compared.
double multiply_and_add();

}  // namespace acp::bench
