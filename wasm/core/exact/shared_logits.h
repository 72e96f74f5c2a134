#pragma once

#include <vector>

#include <Eigen/Core>

#include "core/env/dynamic_programming.h"

namespace acp {

/// Which row of parameters gives a state its logits. States that look alike share one.
class SharedLogits {
 public:
  SharedLogits() = default;
  /// A row for each of so many states.
  explicit SharedLogits(Eigen::Index states);
  /// The row of each state, from 0, none left out.
  explicit SharedLogits(std::vector<int> row_of_state);

  Eigen::Index rows() const { return rows_; }
  Eigen::Index row_of(Eigen::Index state) const {
    return row_of_state_[static_cast<std::size_t>(state)];
  }
  /// [states x actions] from [rows x actions].
  Eigen::MatrixXd spread(const Eigen::MatrixXd& theta) const;
  /// What it does to a gradient: rows of states that share one are added up.
  Eigen::MatrixXd gathered(const Eigen::MatrixXd& of_states) const;
  TabularPolicy policy(const Eigen::MatrixXd& theta) const { return softmax_policy(spread(theta)); }

 private:
  std::vector<int> row_of_state_;
  Eigen::Index rows_ = 0;
};

}  // namespace acp
