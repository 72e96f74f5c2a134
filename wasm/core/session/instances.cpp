#include "core/session/instances.h"

namespace acp {

std::unique_ptr<Environment> Instances::make() const { return config_->make_environment(); }

std::unique_ptr<Environment> Instances::another() const {
  auto clone = first_->clone();
  return clone != nullptr ? std::move(clone) : make();
}

Environments Instances::several(std::size_t count) const {
  Environments all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(another());
  return all;
}

}  // namespace acp
