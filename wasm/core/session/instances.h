#pragma once

#include <memory>
#include <vector>

#include "core/env/environment.h"
#include "core/session/config.h"

namespace acp {

using Environments = std::vector<std::unique_ptr<Environment>>;

/// Environments that are alike: clones of the first or, if it cannot be cloned, made as it was.
class Instances {
 public:
  /// `config` must outlive it.
  explicit Instances(const RunConfig& config) : config_(&config), first_(make()) {}

  /// In no particular state.
  const Environment& first() const { return *first_; }
  const EnvironmentInfo& info() const { return first_->info(); }
  std::unique_ptr<Environment> another() const;
  Environments several(std::size_t count) const;

 private:
  std::unique_ptr<Environment> make() const;

  const RunConfig* config_;
  std::unique_ptr<Environment> first_;
};

}  // namespace acp
