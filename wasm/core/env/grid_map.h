#pragma once

#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/env/dynamic_programming.h"

namespace acp {

enum class Cell { floor, wall, goal, pit, start, cliff };

/// A map of cells, at most 12 by 12. As text: rows from the top, separated by `-`, of `.` floor,
/// `x` wall, `g` goal, `p` pit, `s` start, `c` cliff, from which one falls to a start.
struct GridMap {
  static constexpr int kLargestSide = 12;
  static constexpr int kMaxLength = kLargestSide * kLargestSide + kLargestSide - 1;

  int rows;
  int columns;
  std::vector<Cell> cells;  ///< row by row

  /// What is wrong with `text`, or empty.
  static Complaint check(std::string_view text);
  /// Of a text without complaint.
  static GridMap parse(std::string_view text);

  int size() const { return rows * columns; }
  Cell operator[](int cell) const { return cells[static_cast<std::size_t>(cell)]; }
  /// Goal or pit.
  bool ends(int cell) const;
  /// Whether an agent could act there.
  bool open(int cell) const;
  /// The open cell nearest to a point.
  int nearest_open(double row, double column) const;
  /// Where a move from `cell` leads: the next cell, or `cell` itself at a wall or the edge.
  int neighbour(int cell, int direction) const;
};

/// Clockwise, so that the sides of one are its neighbours modulo 4.
enum Move { kUp, kRight, kDown, kLeft, kDirections };

struct GridRewards {
  double step;
  double goal;  ///< on top of that of the step, as is that of the pit
  double pit;   ///< or of the cliff
};

/// What entering `cell` is worth.
double reward_at(const GridMap& map, const GridRewards& rewards, int cell);

/// The decision process of moving on a map, from any of its starts alike. With probability `slip` a
/// move goes to one of the two sides instead.
FiniteMdp make_mdp(const GridMap& map, const GridRewards& rewards, double slip, double gamma);

}  // namespace acp
