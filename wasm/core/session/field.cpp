#include "core/session/field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/algo/epsilon_greedy.h"
#include "core/base/json.h"
#include "core/dist/categorical.h"
#include "core/dist/gaussian.h"
#include "core/session/config.h"
#include "core/session/evaluation.h"

namespace acp {
namespace {

constexpr int kCells = 32;
constexpr int kMostCells = 64;
/// Further from the state that was asked for than rounding to a cell of a map explains.
constexpr double kElsewhere = 0.5;

enum class Kind { none, v, q };

void require(const char* name, int value, int low, int high) {
  if (value >= low && value <= high) return;
  std::string text = name;
  const std::string numbers[] = {number_text(value), number_text(low), number_text(high)};
  const char* const before[] = {": ", " is outside [", ", "};
  for (int i = 0; i < 3; ++i) text.append(before[i]).append(numbers[i]);
  throw ConfigError(text.append("]"));
}

/// One axis with what it runs over.
struct Axis {
  int index;
  int cells;
  double low = 0;
  double high = 0;

  Axis(int which, int wanted, const EnvironmentInfo& info) : index(which), cells(wanted) {
    const auto components = static_cast<int>(info.state.size());
    if (index >= components) {
      const auto dimension = static_cast<std::size_t>(index - components);
      low = info.action.low[dimension];
      high = info.action.high[dimension];
    } else if (index >= 0) {
      low = info.state[static_cast<std::size_t>(index)].low;
      high = info.state[static_cast<std::size_t>(index)].high;
    }
    if (index < 0) cells = 1;
    if (cells == 0) cells = info.states > 0 ? static_cast<int>(high - low) : kCells;
  }
  /// The centre of a cell, as a share of the way from low to high.
  double share(int cell) const { return (cell + 0.5) / cells; }
};

/// The cells of two axes. Throws `ConfigError`.
class Grid {
 public:
  Grid(const FieldAxes& axes, const EnvironmentInfo& info)
      : components_(static_cast<int>(info.state.size())),
        axes_{Axis(checked(axes, info).across, axes.columns, info),
              Axis(axes.up, axes.rows, info)} {}

  int columns() const { return axes_[0].cells; }
  int rows() const { return axes_[1].cells; }
  const std::array<Axis, 2>& axes() const { return axes_; }

  /// Moves a state to a cell along those axes that are components of it.
  void move_state(int column, int row, std::span<double> state) const {
    visit(column, row, [&](const Axis& axis, double share) {
      if (axis.index < 0 || axis.index >= components_) return;
      state[static_cast<std::size_t>(axis.index)] = axis.low + (axis.high - axis.low) * share;
    });
  }
  /// Likewise an action in [-1, 1] along the others.
  void move_action(int column, int row, Scalar* action) const {
    visit(column, row, [&](const Axis& axis, double share) {
      if (axis.index >= components_) {
        action[axis.index - components_] = static_cast<Scalar>(2 * share - 1);
      }
    });
  }

 private:
  static const FieldAxes& checked(const FieldAxes& axes, const EnvironmentInfo& info) {
    const int actions = info.action.discrete ? 0 : info.action.size();
    const int last = static_cast<int>(info.state.size()) + actions - 1;
    require("across", axes.across, -1, last);
    require("up", axes.up, -1, last);
    require("columns", axes.columns, 0, kMostCells);
    require("rows", axes.rows, 0, kMostCells);
    if (axes.across == axes.up && axes.up >= 0) throw ConfigError("up: the same as across");
    return axes;
  }
  template <class Visit>
  void visit(int column, int row, Visit&& visit) const {
    visit(axes_[0], axes_[0].share(column));
    visit(axes_[1], axes_[1].share(row));
  }

  int components_;
  std::array<Axis, 2> axes_;
};

/// What an algorithm says of states and actions, a batch at a time. Of a table that decides on
/// actions, Q is the table itself.
class Critic {
 public:
  Critic(const Algorithm& algorithm, const EnvironmentInfo& info, int batch)
      : insight_(algorithm.insight()) {
    const PolicyNetwork policy = algorithm.policy();
    if (policy.mlp == nullptr) table_ = policy.theta;
    if (!table_.empty()) q_ = Matrix(info.action.size(), batch);
    if (insight_.critics == nullptr && insight_.value == nullptr) return;
    const Mlp& mlp = insight_.value != nullptr ? insight_.value->mlp() : insight_.critics->mlp();
    of_actions_ = mlp.inputs() > static_cast<int>(info.observation.size());
    pass_.emplace(mlp, batch);
    q_ = Matrix(mlp.outputs(), batch);
    inputs_ = Matrix(mlp.inputs(), batch);
  }

  Kind kind() const {
    if (insight_.value != nullptr) return Kind::v;
    return q_.cols() == 0 ? Kind::none : Kind::q;
  }

  const Matrix& judge(const Matrix& observations, const Matrix& actions) {
    if (insight_.value != nullptr) return pass_->forward(insight_.value->theta(), observations);
    if (insight_.critics == nullptr) return look_up(observations);
    if (of_actions_) stack(observations, actions, inputs_);
    insight_.critics->values(*pass_, of_actions_ ? inputs_ : observations, q_);
    return q_;
  }

 private:
  const Matrix& look_up(const Matrix& observations) {
    for (int j = 0; j < q_.cols(); ++j) {
      std::copy_n(table_.data() + argmax(observations, j) * q_.stride(), q_.rows(), q_.col(j));
    }
    return q_;
  }

  Insight insight_;
  std::span<const Scalar> table_;
  std::optional<MlpPass> pass_;
  Matrix inputs_;
  Matrix q_;
  bool of_actions_ = false;
};

/// What a policy draws actions from: nothing if it is deterministic, means and standard deviations
/// of a Gaussian, probabilities of choices; of one that is greedy on Q those with which it
/// explores.
class Distribution {
 public:
  Distribution(const Algorithm& algorithm, const EnvironmentInfo& info, int batch)
      : policy_(algorithm.policy()), epsilon_(algorithm.insight().epsilon) {
    if (policy_.head == PolicyHead::action_values) out_ = Matrix(info.action.size(), batch);
    if (policy_.head < PolicyHead::gaussian) return;
    pass_.emplace(*policy_.mlp, batch);
    out_ = Matrix(policy_.mlp->outputs(), batch);
  }

  /// `actions` are those without noise.
  const Matrix& of(const Matrix& observations, const Matrix& actions) {
    if (!pass_) return explore(actions);
    const Matrix& head = pass_->forward(policy_.theta, observations);
    const auto n = static_cast<std::size_t>(head.rows());
    for (int j = 0; j < head.cols(); ++j) {
      const std::span out(out_.col(j), n);
      const bool chooses = policy_.head == PolicyHead::categorical;
      if (chooses) log_softmax({head.col(j), n}, out);
      for (std::size_t i = 0; i < n; ++i) {
        const Scalar phi = head.col(j)[i];
        if (chooses) out[i] = math::exp(out[i]);
        if (!chooses) out[i] = i < n / 2 ? phi : math::exp(clamped_log_sigma(phi));
      }
    }
    return out_;
  }

 private:
  const Matrix& explore(const Matrix& actions) {
    for (int j = 0; j < out_.cols(); ++j) {
      for (int choice = 0; choice < out_.rows(); ++choice) {
        const double greedy = actions(0, j) == static_cast<Scalar>(choice) ? 1 - epsilon_ : 0;
        out_(choice, j) = static_cast<Scalar>(greedy + epsilon_ / out_.rows());
      }
    }
    return out_;
  }

  PolicyNetwork policy_;
  double epsilon_;
  std::optional<MlpPass> pass_;
  Matrix out_;
};

bool stands_for_itself(std::span<const double> state, const Snapshot& place) {
  const auto now = place.state();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (std::abs(state[i] - now[i]) > kElsewhere) return false;
  }
  return true;
}

double entropy_weight(const Algorithm& algorithm) {
  const auto problem = algorithm.gradient_problem();
  return problem ? problem->alpha() : 0;
}

void put(double x, std::vector<float>& to) { to.push_back(static_cast<float>(x)); }
void put(const Matrix& from, int column, std::vector<float>& to) {
  for (int i = 0; i < from.rows(); ++i) put(static_cast<double>(from(i, column)), to);
}

/// What is known of every cell, row by row.
class Field {
 public:
  Field(const Grid& grid, Environment& place, const Algorithm& algorithm, bool normalise)
      : grid_(&grid),
        info_(&place.info()),
        place_(&place),
        head_(algorithm.policy().head),
        alpha_(entropy_weight(algorithm)),
        actor_(algorithm.make_actor(grid.columns())),
        critic_(algorithm, *info_, grid.columns()),
        distribution_(algorithm, *info_, grid.columns()),
        observer_(*info_, normalise),
        observations_(static_cast<int>(info_->observation.size()), grid.columns()),
        actions_(info_->action.width(), grid.columns()),
        is_there_(1, grid.columns()) {}

  /// Takes the state of all cells as the networks see it. Throws `ConfigError`.
  void observe(std::span<const double> observation) {
    const auto size = static_cast<std::size_t>(observations_.rows());
    require("observation", static_cast<int>(observation.size()), observations_.rows(),
            observations_.rows());
    for (int column = 0; column < grid_->columns(); ++column) {
      Scalar* const to = observations_.col(column);
      for (std::size_t i = 0; i < size; ++i) to[i] = static_cast<Scalar>(observation[i]);
      is_there_(0, column) = 1;
    }
    is_given_ = true;
  }

  void describe(std::span<const double> now) {
    for (const Axis& axis : grid_->axes()) {
      put(axis.index, about_);
      put(axis.cells, about_);
      put(axis.low, about_);
      put(axis.high, about_);
    }
    put(static_cast<int>(head_), about_);
    put(static_cast<int>(critic_.kind()), about_);
    put(alpha_, about_);
    for (const double x : now) put(x, about_);
  }

  void add(int row, std::span<const double> now) {
    if (!is_given_) visit_states(row, now);
    actor_->act(observations_, actions_, nullptr);
    const Matrix& drawn_from = distribution_.of(observations_, actions_);
    std::vector<double> applied(static_cast<std::size_t>(actions_.rows()));
    for (int column = 0; column < grid_->columns(); ++column) {
      ActionScale(info_->action).to_environment(actions_.col(column), applied);
      for (const double a : applied) put(a, applied_);
      put(drawn_from, column, policy_);
      grid_->move_action(column, row, actions_.col(column));
    }
    if (critic_.kind() == Kind::none) return;
    const Matrix& values = critic_.judge(observations_, actions_);
    for (int column = 0; column < grid_->columns(); ++column) {
      const bool is_there = is_there_(0, column) != 0;
      for (int i = 0; i < values.rows(); ++i) {
        put(is_there ? static_cast<double>(values(i, column)) : NAN, values_);
      }
    }
  }

  void pack(FramePacker& packer) const {
    const auto add = [&](FramePacker::Section id, const std::vector<float>& list, int rows) {
      packer.section(id, list, std::max(1, static_cast<int>(list.size()) / rows));
    };
    const int cells = grid_->columns() * grid_->rows();
    packer.begin(4);
    add(FramePacker::kFieldAbout, about_, 1);
    add(FramePacker::kFieldValues, values_, cells);
    add(FramePacker::kFieldActions, applied_, cells);
    add(FramePacker::kFieldPolicy, policy_, cells);
  }

 private:
  void visit_states(int row, std::span<const double> now) {
    std::vector<double> state;
    for (int column = 0; column < grid_->columns(); ++column) {
      state.assign(now.begin(), now.end());
      grid_->move_state(column, row, state);
      Snapshot& snapshot = *place_->snapshot();
      snapshot.set_state(state);
      observer_.observe(*place_, observations_.col(column));
      is_there_(0, column) = stands_for_itself(state, snapshot) ? 1 : 0;
    }
  }

  const Grid* grid_;
  const EnvironmentInfo* info_;
  Environment* place_;
  PolicyHead head_;
  double alpha_;  ///< of the entropy bonus in Q
  std::unique_ptr<Actor> actor_;
  Critic critic_;
  Distribution distribution_;
  Observer observer_;
  Matrix observations_;
  Matrix actions_;
  Matrix is_there_;  ///< 1, or 0 where the state of a column cannot be
  bool is_given_ = false;
  std::vector<float> about_, values_, applied_, policy_;
};

}  // namespace

void pack_field(const FieldAxes& axes, Environment& place, std::span<const double> now,
                const Algorithm& algorithm, bool normalise, FramePacker& packer) {
  if (place.snapshot() == nullptr) {
    throw ConfigError("across: " + place.info().id + " cannot be put into a state");
  }
  const Grid grid(axes, place.info());
  Field field(grid, place, algorithm, normalise);
  field.describe(now);
  for (int row = 0; row < grid.rows(); ++row) field.add(row, now);
  field.pack(packer);
}

void pack_actions(int dimension, std::span<const double> observation, Environment& place,
                  const Algorithm& algorithm, bool normalise, FramePacker& packer) {
  const ActionSpace& action = place.info().action;
  const int dimensions = action.discrete ? 0 : action.size();
  require("dimension", dimension, action.discrete ? -1 : 0, dimensions - 1);
  const int components = static_cast<int>(place.info().state.size());
  const Grid grid({dimension < 0 ? -1 : components + dimension, -1, kMostCells, 1}, place.info());
  Field field(grid, place, algorithm, normalise);
  field.observe(observation);
  field.describe({});
  field.add(0, {});
  field.pack(packer);
}

}  // namespace acp
