#pragma once

#include <string_view>

#include <Eigen/Core>

#include "core/base/json.h"

namespace acp {

/// An array of numbers, and an array of such rows.
inline JsonWriter& write_vector(JsonWriter& json, const Eigen::VectorXd& x) {
  json.begin_array();
  for (const double each : x) json.value(each);
  return json.end_array();
}
inline JsonWriter& write_matrix(JsonWriter& json, const Eigen::MatrixXd& X) {
  json.begin_array();
  for (Eigen::Index i = 0; i < X.rows(); ++i) write_vector(json, X.row(i));
  return json.end_array();
}

/// The same as members of an object.
inline void vector_member(JsonWriter& json, std::string_view name, const Eigen::VectorXd& x) {
  write_vector(json.key(name), x);
}
inline void matrix_member(JsonWriter& json, std::string_view name, const Eigen::MatrixXd& X) {
  write_matrix(json.key(name), X);
}

}  // namespace acp
