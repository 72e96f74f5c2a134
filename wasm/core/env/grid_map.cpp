#include "core/env/grid_map.h"

#include <algorithm>

namespace acp {
namespace {

constexpr std::string_view kSymbols = ".xgpsc";  // in the order of Cell

std::vector<std::string_view> split_rows(std::string_view text) {
  std::vector<std::string_view> rows;
  for (;;) {
    const auto end = std::min(text.find('-'), text.size());
    rows.push_back(text.substr(0, end));
    if (end == text.size()) return rows;
    text.remove_prefix(end + 1);
  }
}

std::string row_name(std::size_t row) { return "row " + std::to_string(row + 1); }

double square(double x) { return x * x; }

}  // namespace

Complaint GridMap::check(std::string_view text) {
  const auto rows = split_rows(text);
  const std::string most = std::to_string(kLargestSide);
  if (rows.size() > kLargestSide) {
    return "has " + std::to_string(rows.size()) + " rows, at most " + most + " fit";
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto odd = rows[i].find_first_not_of(kSymbols);
    if (odd != text.npos) {
      return "has '" + std::string(1, rows[i][odd]) + "' in " + row_name(i) +
             "; cells are . floor, x wall, g goal, p pit, s start, c cliff, and - ends a row";
    }
    if (rows[i].empty()) return "has no cells in " + row_name(i);
    if (rows[i].size() > kLargestSide) {
      return "has " + std::to_string(rows[i].size()) + " cells in " + row_name(i) + ", at most " +
             most + " fit";
    }
    if (rows[i].size() != rows[0].size()) {
      return "has " + std::to_string(rows[i].size()) + " cells in " + row_name(i) + " but " +
             std::to_string(rows[0].size()) + " in row 1";
    }
  }
  if (text.find('s') == text.npos) return "has no start s";
  if (text.find('g') == text.npos) return "has no goal g";
  return {};
}

GridMap GridMap::parse(std::string_view text) {
  const auto rows = split_rows(text);
  GridMap map{static_cast<int>(rows.size()), static_cast<int>(rows[0].size()), {}};
  for (const auto& row : rows) {
    for (const char symbol : row) map.cells.push_back(static_cast<Cell>(kSymbols.find(symbol)));
  }
  return map;
}

bool GridMap::ends(int cell) const {
  return (*this)[cell] == Cell::goal || (*this)[cell] == Cell::pit;
}

bool GridMap::open(int cell) const {
  return (*this)[cell] == Cell::floor || (*this)[cell] == Cell::start;
}

int GridMap::nearest_open(double row, double column) const {
  const auto distance = [&](int cell) {
    const int i = cell / columns, j = cell % columns;
    return square(std::clamp(row, 0.0, rows - 1.0) - i) +
           square(std::clamp(column, 0.0, columns - 1.0) - j);
  };
  int nearest = -1;
  for (int cell = 0; cell < size(); ++cell) {
    if (!open(cell)) continue;
    if (nearest < 0 || distance(cell) < distance(nearest)) nearest = cell;
  }
  return nearest;
}

int GridMap::neighbour(int cell, int direction) const {
  const int row = cell / columns + (direction == kDown) - (direction == kUp);
  const int column = cell % columns + (direction == kRight) - (direction == kLeft);
  if (row < 0 || row >= rows || column < 0 || column >= columns) return cell;
  const int next = row * columns + column;
  return (*this)[next] == Cell::wall ? cell : next;
}

double reward_at(const GridMap& map, const GridRewards& rewards, int cell) {
  switch (map[cell]) {
    case Cell::goal:
      return rewards.step + rewards.goal;
    case Cell::pit:
    case Cell::cliff:
      return rewards.step + rewards.pit;
    default:
      return rewards.step;
  }
}

FiniteMdp make_mdp(const GridMap& map, const GridRewards& rewards, double slip, double gamma) {
  const int n = map.size();
  FiniteMdp mdp{std::vector<Eigen::MatrixXd>(kDirections, Eigen::MatrixXd::Zero(n, n)),
                Eigen::MatrixXd::Zero(n, kDirections), gamma, Eigen::VectorXd::Zero(n)};
  const auto starts = std::count(map.cells.begin(), map.cells.end(), Cell::start);
  for (int cell = 0; cell < n; ++cell) {
    if (map[cell] == Cell::start) mdp.rho(cell) = 1 / static_cast<double>(starts);
  }
  for (int cell = 0; cell < n; ++cell) {
    if (!map.open(cell)) continue;
    for (int action = 0; action < kDirections; ++action) {
      for (const int turn : {0, 1, kDirections - 1}) {
        const double probability = turn == 0 ? 1 - slip : slip / 2;
        const int next = map.neighbour(cell, (action + turn) % kDirections);
        mdp.R(cell, action) += probability * reward_at(map, rewards, next);
        Eigen::MatrixXd& P = mdp.P[static_cast<std::size_t>(action)];
        if (map.open(next)) P(cell, next) += probability;
        if (map[next] != Cell::cliff) continue;
        for (int start = 0; start < n; ++start) P(cell, start) += probability * mdp.rho(start);
      }
    }
  }
  return mdp;
}

}  // namespace acp
