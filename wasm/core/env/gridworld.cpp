// Cells to walk between; by default the 4 by 3 world of Russell and Norvig, "Artificial
// Intelligence: A Modern Approach", chapter "Making Complex Decisions".
//
// A move goes where it should with probability 1 - slip, to either side with slip / 2 each; at a
// wall or the edge the agent stays. Goal and pit end the episode; who steps off a cliff is back at
// a start, and the episode goes on (Sutton and Barto, 2018, example 6.6). The reward is that of a
// step, plus that of the goal, pit or cliff which it enters. The time limit is 100 steps.
//
// The values on display solve V(s) = max_a sum_s' P(s'|s, a) (r + gamma V(s')) exactly.
#include "core/env/gridworld.h"

#include <algorithm>
#include <array>

#include "core/env/exact_model.h"
#include "core/env/grid_map.h"
#include "core/env/simulation.h"

namespace acp {
namespace {

constexpr int kTimeLimit = 100;
constexpr int kMostCells = GridMap::kLargestSide * GridMap::kLargestSide;
constexpr double kSolved = 0.9;  // of the way from random to optimal
constexpr int kSlipperyEpisodes = 100;

struct GridworldConfig final : Config {
  std::string map = "...g-.x.p-s...";
  double slip = 0.2;
  GridRewards rewards{.step = -0.04, .goal = 1, .pit = -1};
  double discount = 0.95;

  void visit(ParameterVisitor& v) override {
    constexpr const char* group = "Environment";
    v.text({.name = "map",
            .title = "map",
            .group = group,
            .help = "Rows from the top, separated by -: . floor, x wall, g goal, p pit, s start, "
                    "c cliff."},
           map, {GridMap::kMaxLength, GridMap::check});
    v.number({.name = "slip",
              .title = "slip",
              .group = group,
              .help = "Probability that a move goes to one of its two sides instead."},
             slip, {0, 0.5});
    v.number({.name = "step_reward",
              .title = "reward of a step",
              .group = group,
              .help = "Below 0 it makes haste worth while."},
             rewards.step, {-1, 1});
    v.number({.name = "goal_reward",
              .title = "reward of the goal",
              .group = group,
              .help = "On top of that of the step which enters it."},
             rewards.goal, {-10, 10});
    v.number({.name = "pit_reward",
              .title = "reward of the pit",
              .group = group,
              .help = "On top of that of the step which enters it, or falls off a cliff."},
             rewards.pit, {-100, 10});
    v.number({.name = "discount",
              .title = "discount of the values",
              .symbol = "\\gamma",
              .group = group,
              .help = "Of the exact values on display; rewards do not depend on it."},
             discount, {0, 0.999});
  }
};

EnvironmentInfo make_info(const GridMap& map) {
  std::vector<Component> observation;
  observation.reserve(map.cells.size());
  std::vector<std::string> draw{"rows", "columns", "row", "column", "action", "reward"};
  for (int cell = 0; cell < map.size(); ++cell) {
    observation.push_back({"row " + std::to_string(cell / map.columns) + ", column " +
                               std::to_string(cell % map.columns),
                           0, 1});
  }
  for (const char* name : {"cell_", "value_"}) {
    for (int cell = 0; cell < kMostCells; ++cell) draw.push_back(name + std::to_string(cell));
  }
  return {.id = "gridworld",
          .title = "Gridworld",
          .help = "Walk to the goal past the pit, on a floor that may be slippery.",
          .source = "Russell and Norvig, the 4 by 3 world",
          .observation = std::move(observation),
          .action = {.discrete = true, .names = {"up", "right", "down", "left"}},
          .state = {{"row", -0.5, map.rows - 0.5}, {"column", -0.5, map.columns - 0.5}},
          .draw = std::move(draw),
          .time_limit = kTimeLimit,
          .seconds_per_step = 0.25,
          .reference = {},
          .states = map.size()};
}

class Gridworld final : public Simulation {
 public:
  explicit Gridworld(const GridworldConfig& config)
      : map_(GridMap::parse(config.map)), rewards_(config.rewards), slip_(config.slip) {
    for (int cell = 0; cell < map_.size(); ++cell) {
      if (map_[cell] == Cell::start) starts_.push_back(cell);
    }
    EnvironmentInfo info = make_info(map_);
    info.reference = references();
    info_ = std::make_shared<const EnvironmentInfo>(std::move(info));
    const Eigen::VectorXd V = optimal_values(make_mdp(map_, rewards_, slip_, config.discount)).V;
    values_.assign(V.begin(), V.end());
    move_to(starts_.front());
  }

  std::unique_ptr<Environment> clone() const override { return std::make_unique<Gridworld>(*this); }
  const EnvironmentInfo& info() const override { return *info_; }

  void reset(Rng& rng) override { move_to(drawn_start(rng)); }

  /// In a goal or a pit nothing happens any more.
  StepResult step(std::span<const double> action, Rng& rng) override {
    const double u = rng.uniform();
    const int turn = u < slip_ / 2 ? 1 : u < slip_ ? kDirections - 1 : 0;
    const int chosen = static_cast<int>(action[0]);
    if (map_.ends(cell_)) {
      reward_ = 0;
    } else {
      const int next = map_.neighbour(cell_, (chosen + turn) % kDirections);
      move_to(map_[next] == Cell::cliff ? drawn_start(rng) : next);
      reward_ = reward_at(map_, rewards_, next);
    }
    action_ = chosen;
    return {reward_, map_.ends(cell_)};
  }

  void observe(std::span<double> observation) const override {
    std::fill(observation.begin(), observation.end(), 0);
    observation[static_cast<std::size_t>(cell_)] = 1;
  }

  std::span<const double> state() const override { return state_; }
  /// A state that is no open cell stands for the nearest one.
  void set_state(std::span<const double> state) override {
    move_to(map_.nearest_open(state[0], state[1]));
  }

  /// Pushes the agent one cell to the right, or to the left if negative, unless something is there.
  void kick(double strength) override {
    if (strength == 0) return;
    const int next = map_.neighbour(cell_, strength > 0 ? kRight : kLeft);
    if (map_.open(next)) move_to(next);
  }

  /// The agent stands in column x of row y.
  void drag(double x, double y) override { move_to(map_.nearest_open(y, x)); }

  void draw(std::span<float> out) const override {
    std::fill(out.begin(), out.end(), 0.0F);
    const double head[] = {static_cast<double>(map_.rows),
                           static_cast<double>(map_.columns),
                           state_[0],
                           state_[1],
                           static_cast<double>(action_),
                           reward_};
    std::copy(std::begin(head), std::end(head), out.begin());
    const auto cells = out.subspan(std::size(head));
    for (int cell = 0; cell < map_.size(); ++cell) {
      cells[static_cast<std::size_t>(cell)] = static_cast<float>(map_[cell]);
    }
    std::copy(values_.begin(), values_.end(), cells.begin() + kMostCells);
  }

  /// Every start; where the floor is slippery, often enough for a mean.
  std::vector<std::vector<double>> evaluation_states() const override {
    const int starts = static_cast<int>(starts_.size());
    const int rounds = slip_ > 0 ? (kSlipperyEpisodes + starts - 1) / starts : 1;
    std::vector<std::vector<double>> states;
    for (int i = 0; i < rounds * starts; ++i) {
      const auto [row, column] = place_of(starts_[static_cast<std::size_t>(i % starts)]);
      states.push_back({row, column});
    }
    return states;
  }

  std::unique_ptr<ExactModel> exact_model(double gamma) const override {
    return std::make_unique<ExactModel>(ExactModel{make_mdp(map_, rewards_, slip_, gamma)});
  }

 private:
  std::array<double, 2> place_of(int cell) const {
    const int row = cell / map_.columns, column = cell % map_.columns;
    return {static_cast<double>(row), static_cast<double>(column)};
  }
  int drawn_start(Rng& rng) const {
    return starts_[rng.index(static_cast<std::uint32_t>(starts_.size()))];
  }
  void move_to(int cell) {
    cell_ = cell;
    state_ = place_of(cell);
    action_ = -1;
    reward_ = 0;
  }

  /// Undiscounted returns within the time limit, over the starts.
  ReferenceReturns references() const {
    const FiniteMdp mdp = make_mdp(map_, rewards_, slip_, 1);
    const Eigen::VectorXd best = optimal_values_within(mdp, kTimeLimit);
    const Eigen::VectorXd uniform = values_within(mdp, uniform_policy(mdp), kTimeLimit);
    double optimum = 0, random = 0;
    for (const int cell : starts_) {
      optimum += best(cell) / static_cast<double>(starts_.size());
      random += uniform(cell) / static_cast<double>(starts_.size());
    }
    return {optimum, random, random + kSolved * (optimum - random)};
  }

  GridMap map_;
  GridRewards rewards_;
  double slip_;
  std::vector<int> starts_;
  std::vector<float> values_;
  std::shared_ptr<const EnvironmentInfo> info_;
  int cell_ = 0;
  std::array<double, 2> state_{};
  int action_ = -1;
  double reward_ = 0;
};

}  // namespace

EnvironmentEntry gridworld_entry() {
  static const EnvironmentInfo info = make_info(GridMap::parse(GridworldConfig().map));
  return entry_of<Gridworld, GridworldConfig>(info);
}

}  // namespace acp
