#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

/// Several who work at the same time: threads, or where there are none other instances of the
/// program, which are given the same arguments.
namespace acp::cli {

using Steps = std::function<void(double steps)>;

/// Has each of the pieces [0, count) done by one of `size`: until all are, one has thrown, which is
/// thrown on, or a signal is noted. A piece is told where to say that steps have been made; `show`
/// hears how many all have made together.
void work_together(std::size_t size, std::size_t count,
                   const std::function<void(std::size_t piece, const Steps& made)>& work,
                   const Steps& show);

/// The same, where each piece comes to a text, of one piece done at a time: what all have come to,
/// in order. Nothing where this is a helper, and "" of a piece that a signal kept from being done.
std::vector<std::string> gather_together(std::size_t size, std::size_t count,
                                         const std::function<std::string(std::size_t piece)>& work,
                                         const Steps& show);

/// Whether another instance has started this one for its pieces.
bool is_helper();

}  // namespace acp::cli
