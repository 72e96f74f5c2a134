#include "core/exact/shared_logits.h"

#include <algorithm>
#include <numeric>

namespace acp {

using Eigen::Index;
using Eigen::MatrixXd;

SharedLogits::SharedLogits(Index states)
    : row_of_state_(static_cast<std::size_t>(states)), rows_(states) {
  std::iota(row_of_state_.begin(), row_of_state_.end(), 0);
}

SharedLogits::SharedLogits(std::vector<int> row_of_state) : row_of_state_(std::move(row_of_state)) {
  for (const int row : row_of_state_) rows_ = std::max(rows_, Index{row} + 1);
}

MatrixXd SharedLogits::spread(const MatrixXd& theta) const {
  MatrixXd logits(row_of_state_.size(), theta.cols());
  for (Index s = 0; s < logits.rows(); ++s) logits.row(s) = theta.row(row_of(s));
  return logits;
}

MatrixXd SharedLogits::gathered(const MatrixXd& of_states) const {
  MatrixXd sums = MatrixXd::Zero(rows_, of_states.cols());
  for (Index s = 0; s < of_states.rows(); ++s) sums.row(row_of(s)) += of_states.row(s);
  return sums;
}

}  // namespace acp
