#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace acp {

/// Appends a count as two numbers: how many times 2^24, and the rest. Exact below 2^48.
void append_count(std::vector<float>& to, std::int64_t count);

/// Packs sections of `float` rows behind a header of unsigned words (docs/boundary.md).
class FramePacker {
 public:
  enum Section : std::uint32_t {
    kStatus = 1,
    kDraw,
    kEpisodes,
    kEvaluations,
    kDiagnostics,
    kProbes,
    kFieldAbout,
    kFieldValues,
    kFieldActions,
    kFieldPolicy,
    kReplay
  };
  static constexpr std::uint32_t kMagic = 0x46504341;  // "ACPF"
  static constexpr std::uint32_t kVersion = 2;

  void begin(int sections);
  /// `values` is a whole number of rows of `columns` numbers.
  void section(Section id, std::span<const float> values, int columns);
  /// Valid until the next `begin`.
  std::span<const float> finish();

 private:
  void put(std::size_t at, std::uint32_t word);

  std::vector<float> words_;
  int filled_ = 0;
};

}  // namespace acp
