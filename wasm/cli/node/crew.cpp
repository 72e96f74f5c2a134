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

std::vector<std::string> gather_together(std::size_t size, std::size_t count,
                                         const std::function<std::string(std::size_t piece)>& work,
                                         const Steps& show) {
  std::vector<std::string> texts(count);
  const auto work_on_one = [&](std::size_t piece, const Steps& made) {
    texts[piece] = work(piece);
    const std::string& text = texts[piece];
    if (is_helper())
      acp_hand_over(static_cast<int>(piece), text.data(), static_cast<int>(text.size()));
    made(1);
  };
  work_together(size, count, work_on_one, show);
  if (is_helper()) return {};
  for (int piece = acp_next_handed(); piece >= 0; piece = acp_next_handed()) {
    auto& text = texts[static_cast<std::size_t>(piece)];
    text.resize(static_cast<std::size_t>(acp_handed_size()));
    acp_take_handed(text.data());
  }
  return texts;
}

bool is_helper() { return acp_is_helper() != 0; }

}  // namespace acp::cli
