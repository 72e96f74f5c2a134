#include "cli/probe_matrices.h"

#include <cmath>

namespace acp::cli {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr int kMostStates = 400;

[[noreturn]] void refuse_shape(const Fields& fields, const std::string& name, Index rows,
                               Index columns) {
  fields.refuse(name, "is not a matrix of " + std::to_string(rows) + " by " +
                          std::to_string(columns) + " finite numbers");
}

MatrixXd matrix_of(const Json& value, const Fields& fields, const std::string& name, Index rows,
                   Index columns) {
  MatrixXd X(rows, columns);
  if (!value.is_array() || value.size() != static_cast<std::size_t>(rows)) {
    refuse_shape(fields, name, rows, columns);
  }
  for (Index i = 0; i < rows; ++i) {
    const Json& row = value[static_cast<std::size_t>(i)];
    if (!row.is_array() || row.size() != static_cast<std::size_t>(columns)) {
      refuse_shape(fields, name, rows, columns);
    }
    for (Index j = 0; j < columns; ++j) {
      const Json& x = row[static_cast<std::size_t>(j)];
      if (!x.is_number() || !std::isfinite(x.get<double>())) {
        refuse_shape(fields, name, rows, columns);
      }
      X(i, j) = x.get<double>();
    }
  }
  return X;
}

void expect_distribution(const Fields& fields, const std::string& name, const VectorXd& p) {
  if (p.minCoeff() < 0 || std::abs(p.sum() - 1) > kRounding) {
    fields.refuse(name, "does not hold probabilities that sum to 1");
  }
}

}  // namespace

MatrixXd read_matrix(Fields& fields, const std::string& name, Index rows, Index columns) {
  return matrix_of(fields.raw(name), fields, name, rows, columns);
}

/// The length of an array, or of the rows of an array of arrays.
Index length_of(Fields& fields, const std::string& name, bool of_rows, int most) {
  const Json& value = fields.raw(name);
  const Json* list = &value;
  if (of_rows && value.is_array() && !value.empty()) list = &value[0];
  if (!list->is_array() || list->empty()) fields.refuse(name, "is not an array of rows");
  if (list->size() > static_cast<std::size_t>(most)) {
    fields.refuse(name, "is larger than " + std::to_string(most));
  }
  return static_cast<Index>(list->size());
}

Json json_of(const VectorXd& x) { return std::vector<double>(x.begin(), x.end()); }

Json json_of(const MatrixXd& X) {
  Json rows = Json::array();
  for (Index i = 0; i < X.rows(); ++i) rows.push_back(json_of(VectorXd(X.row(i))));
  return rows;
}

FiniteMdp read_mdp(Fields& fields) {
  const Index states = length_of(fields, "R", false, kMostStates);
  const Index actions = length_of(fields, "R", true, kMostStates);
  FiniteMdp mdp{std::vector<MatrixXd>(static_cast<std::size_t>(actions), MatrixXd(states, states)),
                read_matrix(fields, "R", states, actions), fields.number("gamma", 0, kLargestGamma),
                matrix_of(Json::array({fields.raw("rho")}), fields, "rho", 1, states).transpose()};
  expect_distribution(fields, "rho", mdp.rho);
  const Json& from = fields.raw("P");
  if (!from.is_array() || from.size() != static_cast<std::size_t>(states)) {
    fields.refuse("P", "is not an array with one element per row of R");
  }
  for (Index s = 0; s < states; ++s) {
    const std::string name = "P[" + std::to_string(s) + "]";
    const MatrixXd rows =
        matrix_of(from[static_cast<std::size_t>(s)], fields, name, actions, states);
    for (Index a = 0; a < actions; ++a) {
      expect_distribution(fields, name, rows.row(a));
      mdp.P[static_cast<std::size_t>(a)].row(s) = rows.row(a);
    }
  }
  return mdp;
}

MatrixXd read_logits(Fields& fields, const std::string& name, const FiniteMdp& mdp) {
  const Json& logits = fields.raw(name);
  if (logits == "zeros") return MatrixXd::Zero(mdp.states(), mdp.actions());
  return matrix_of(logits, fields, name, mdp.states(), mdp.actions());
}

}  // namespace acp::cli
