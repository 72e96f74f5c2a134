#include "core/env/grid_map.h"

#include <string>

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(GridMap, IsReadRowByRow) {
  EXPECT_EQ(GridMap::check("sxg-p.."), "");
  const GridMap map = GridMap::parse("sxg-p..");
  EXPECT_EQ(map.rows, 2);
  EXPECT_EQ(map.columns, 3);
  EXPECT_EQ(map.cells, (std::vector{Cell::start, Cell::wall, Cell::goal, Cell::pit, Cell::floor,
                                    Cell::floor}));
  for (const int cell : {0, 4, 5}) EXPECT_TRUE(map.open(cell));
  for (const int cell : {1, 2, 3}) EXPECT_FALSE(map.open(cell));
  EXPECT_TRUE(map.ends(2) && map.ends(3));
}

TEST(GridMap, SaysWhatIsWrongWithIt) {
  EXPECT_EQ(GridMap::check(""), "has no cells in row 1");
  EXPECT_EQ(GridMap::check("s-"), "has no cells in row 2");
  EXPECT_EQ(GridMap::check("sg--.."), "has no cells in row 2");
  EXPECT_EQ(GridMap::check(".g"), "has no start s");
  EXPECT_EQ(GridMap::check(".s"), "has no goal g");
  EXPECT_EQ(GridMap::check("sg-..."), "has 3 cells in row 2 but 2 in row 1");
  EXPECT_EQ(GridMap::check("cg"), "has no start s") << "a cliff needs one to lead to";
  EXPECT_EQ(GridMap::check("sg...........-."), "has 13 cells in row 1, at most 12 fit");
  EXPECT_EQ(GridMap::check("s-g-.-.-.-.-.-.-.-.-.-.-."), "has 13 rows, at most 12 fit");
  for (const char* odd : {"S", "C", "\xff"}) {
    EXPECT_EQ(GridMap::check(std::string("sg-.") + odd),
              std::string("has '") + odd +
                  "' in row 2; cells are . floor, x wall, g goal, p pit, s start, c cliff, and - "
                  "ends a row");
  }
  std::string largest = "sg..........";
  for (int i = 1; i < 12; ++i) largest += "-............";
  EXPECT_EQ(GridMap::check(largest), "");
  EXPECT_EQ(largest.size(), static_cast<std::size_t>(GridMap::kMaxLength));
}

TEST(GridMap, MovesStopAtWallsAndEdges) {
  const GridMap map = GridMap::parse("s.-xg");
  EXPECT_EQ(map.neighbour(0, kRight), 1);
  EXPECT_EQ(map.neighbour(0, kUp), 0);
  EXPECT_EQ(map.neighbour(0, kLeft), 0);
  EXPECT_EQ(map.neighbour(0, kDown), 0);
  EXPECT_EQ(map.neighbour(1, kDown), 3);
  EXPECT_EQ(map.neighbour(1, kLeft), 0);
  EXPECT_EQ(map.neighbour(1, kRight), 1);
}

TEST(GridMap, FindsTheNearestOpenCell) {
  const GridMap map = GridMap::parse("s.x-xg.");
  EXPECT_EQ(map.nearest_open(0, 0), 0);
  EXPECT_EQ(map.nearest_open(0.1, 1.4), 1);
  EXPECT_EQ(map.nearest_open(1, 0), 0);
  EXPECT_EQ(map.nearest_open(0, 2.4), 1);
  EXPECT_EQ(map.nearest_open(0.2, 2), 5);
  EXPECT_EQ(map.nearest_open(1e5, 1e5), 5);
  EXPECT_EQ(map.nearest_open(-1e5, -1e5), 0);
}

TEST(GridMap, DecisionProcessesHaveProbabilities) {
  const GridMap map = GridMap::parse("...g-.x.p-s...");
  const FiniteMdp mdp = make_mdp(map, {.step = -0.04, .goal = 1, .pit = -1}, 0.2, 0.9);
  ASSERT_EQ(mdp.states(), 12);
  ASSERT_EQ(mdp.actions(), 4);
  for (const auto& P : mdp.P) EXPECT_GE(P.minCoeff(), 0);
  const auto go = [&](int direction) { return mdp.P[static_cast<std::size_t>(direction)]; };
  EXPECT_DOUBLE_EQ(go(kUp)(8, 4), 0.8);
  EXPECT_DOUBLE_EQ(go(kUp)(8, 9), 0.1);
  EXPECT_DOUBLE_EQ(go(kUp)(8, 8), 0.1);
  EXPECT_DOUBLE_EQ(go(kUp).row(8).sum(), 1);
  EXPECT_DOUBLE_EQ(go(kRight).row(2).sum(), 0.2);  // the goal lies to the right
  EXPECT_DOUBLE_EQ(mdp.R(2, kRight), -0.04 + 0.8);
  EXPECT_DOUBLE_EQ(mdp.R(6, kUp), -0.04 - 0.1);
  for (const int cell : {3, 5, 7}) {
    EXPECT_EQ(mdp.R.row(cell).norm(), 0);
    for (const auto& P : mdp.P) EXPECT_EQ(P.row(cell).norm() + P.col(cell).norm(), 0);
  }
}

TEST(GridMap, ACliffLeadsToTheStartsAlike) {
  const GridMap map = GridMap::parse("s.g-scs");
  EXPECT_FALSE(map.open(4) || map.ends(4));
  EXPECT_EQ(map.neighbour(1, kDown), 4);
  EXPECT_NE(map.nearest_open(1, 1), 4);
  const FiniteMdp mdp = make_mdp(map, {.step = -1, .goal = 0, .pit = -99}, 0.2, 0.9);
  const auto& down = mdp.P[kDown];
  EXPECT_DOUBLE_EQ(mdp.R(1, kDown), -1 - 0.8 * 99);
  EXPECT_DOUBLE_EQ(down(1, 0), 0.8 / 3 + 0.1) << "to one side lies a start, to the other the goal";
  for (const int start : {3, 5}) EXPECT_DOUBLE_EQ(down(1, start), 0.8 / 3);
  EXPECT_DOUBLE_EQ(down.row(1).sum(), 0.9);
  const auto& right = mdp.P[kRight];
  EXPECT_DOUBLE_EQ(right(3, 3), 0.8 / 3 + 0.1) << "a fall may end where it began";
  for (const auto& P : mdp.P) EXPECT_EQ(P.row(4).norm() + P.col(4).norm(), 0);
}

}  // namespace
}  // namespace acp
