#include "cli/crew.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/signals.h"

namespace acp::cli {

void work_together(std::size_t size, std::size_t count,
                   const std::function<void(std::size_t piece, const Steps& made)>& work,
                   const Steps& show) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;  // of what follows
  double steps = 0;
  std::exception_ptr error;
  const auto made = [&](double more) {
    const std::lock_guard lock(mutex);
    show(steps += more);
  };
  const auto take_pieces = [&] {
    for (std::size_t i = next++; i < count && Deferral::noted() == 0; i = next++) {
      try {
        work(i, made);
      } catch (...) {
        const std::lock_guard lock(mutex);
        error = std::current_exception();
        next = count;
      }
    }
  };
  std::vector<std::thread> others;
  try {
    for (std::size_t i = 1; i < size; ++i) others.emplace_back(take_pieces);
  } catch (const std::system_error&) {
    // As many as the machine gives.
  }
  take_pieces();
  for (auto& other : others) other.join();
  if (error) std::rethrow_exception(error);
}

std::vector<std::string> gather_together(std::size_t size, std::size_t count,
                                         const std::function<std::string(std::size_t piece)>& work,
                                         const Steps& show) {
  std::vector<std::string> texts(count);
  const auto work_on_one = [&](std::size_t piece, const Steps& made) {
    texts[piece] = work(piece);
    made(1);
  };
  work_together(size, count, work_on_one, show);
  return texts;
}

bool is_helper() { return false; }

}  // namespace acp::cli
