#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace acp {

/// A natural number of any size.
class Natural {
 public:
  explicit Natural(std::uint64_t value) {
    for (; value > 0; value >>= 32) words_.push_back(static_cast<std::uint32_t>(value));
  }
  void multiply(std::uint32_t factor, std::uint32_t summand = 0) {
    std::uint64_t carry = summand;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry > 0) words_.push_back(static_cast<std::uint32_t>(carry));
  }
  void multiply_power(std::uint32_t base, int exponent) {
    while (exponent > 0) {
      std::uint32_t factor = 1;  // the largest power in a word
      for (; exponent > 0 && factor <= UINT32_MAX / base; --exponent) factor *= base;
      multiply(factor);
    }
  }
  /// Takes off what is not larger.
  void subtract(const Natural& other) {
    std::int64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      carry += std::int64_t{words_[i]} - (i < other.words_.size() ? other.words_[i] : 0);
      words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
  }
  /// Below, at or above 0, as this is to the other.
  int compare(const Natural& other) const {
    if (words_.size() != other.words_.size()) return words_.size() < other.words_.size() ? -1 : 1;
    for (std::size_t i = words_.size(); i-- > 0;) {
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  std::vector<std::uint32_t> words_;  ///< least significant first, the last one not 0
};

}  // namespace acp
