#include "support/allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::int64_t> made{0};
std::atomic<std::int64_t> deleted{0};
std::atomic<std::int64_t> bytes{0};

void* counted(void* memory, std::size_t size) {
  if (memory == nullptr) throw std::bad_alloc();
  ++made;
  bytes += static_cast<std::int64_t>(size);
  return memory;
}

void release(void* memory) {
  if (memory == nullptr) return;
  ++deleted;
  std::free(memory);
}

}  // namespace

// The other forms call these.
void* operator new(std::size_t size) { return counted(std::malloc(size != 0 ? size : 1), size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto align = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(align, (size + align - 1) / align * align), size);
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }

namespace acp {

Allocations allocations() { return {made, made - deleted, bytes}; }

}  // namespace acp
