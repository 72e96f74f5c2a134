#include "cli/crew.h"

#include <exception>

#include "cli/node/host.h"
#include "cli/signals.h"

namespace acp::cli {
namespace {

constexpr int kPause = 200;  // milliseconds

}  // namespace

void work_together(std::size_t size, std::size_t count,
                   const std::function<void(std::size_t piece, const Steps& made)>& work,
                   const Steps& show) {
  if (!is_helper() && size > 1) acp_start_helpers(static_cast<int>(size) - 1);
  const auto tell = [&] {
    if (!is_helper()) show(acp_steps());
  };
  const auto made = [&](double more) {
    acp_made(more);
    tell();
  };
  std::exception_ptr error;
  while (error == nullptr && Deferral::noted() == 0) {
    const auto piece = static_cast<std::size_t>(acp_take());
    if (piece >= count) break;
    try {
      work(piece, made);
    } catch (...) {
      error = std::current_exception();
    }
  }
  while (!is_helper() && acp_wait(kPause) > 0) tell();
  if (error) std::rethrow_exception(error);
}

bool is_helper() { return acp_is_helper() != 0; }

}  // namespace acp::cli
