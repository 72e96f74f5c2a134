#include "core/session/checkpoint.h"

#include <stdexcept>

#include "core/base/scalar.h"

namespace acp {
namespace {

constexpr std::uint32_t kMagic = 0x43504341;  // "ACPC"
constexpr std::uint32_t kVersion = 5;
constexpr std::size_t kLongestConfig = 10'000;  // characters

}  // namespace

Writer begin_checkpoint(std::string config) {
  Writer writer;
  auto magic = kMagic, version = kVersion;
  auto scalar_size = static_cast<std::uint32_t>(sizeof(Scalar));
  writer(checked("magic", magic, kBits), checked("version", version, kBits),
         checked("scalar_size", scalar_size, kBits), checked("config", config, kLongestConfig));
  return writer;
}

OpenedCheckpoint open_checkpoint(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  std::uint32_t magic = 0, version = 0, scalar_size = 0;
  if (bytes.size() >= sizeof magic) reader(checked("magic", magic, kBits));
  if (magic != kMagic) {
    throw std::invalid_argument("checkpoint: this is not a checkpoint of the playground");
  }
  reader(checked("version", version, kBits));
  if (version != kVersion) {
    throw std::invalid_argument("checkpoint: version " + std::to_string(version) +
                                " is not the version " + std::to_string(kVersion) +
                                " that this build reads");
  }
  OpenedCheckpoint opened{{}, Reader(unsealed(bytes))};
  opened.state(checked("magic", magic, kBits), checked("version", version, kBits),
               checked("scalar_size", scalar_size, kBits),
               checked("config", opened.config, kLongestConfig));
  if (scalar_size != sizeof(Scalar)) {
    throw std::invalid_argument("checkpoint: written with another precision");
  }
  return opened;
}

}  // namespace acp
