#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/base/protobuf.h"

namespace acp {

/// A graph of ONNX operators (github.com/onnx/onnx, docs/Operators.md) that works on any number of
/// rows at a time. Every value has a name of its own; what makes one returns it.
class OnnxGraph {
 public:
  using Value = std::string;
  enum class Element { float32 = 1, int64 = 7 };  ///< `TensorProto.DataType`

  /// Rows of `columns` numbers.
  Value input(const std::string& name, int columns);
  /// Row-major; an empty `shape` is that of a single number.
  Value constant(const std::string& name, std::initializer_list<int> shape,
                 const std::vector<float>& numbers);
  /// `attributes` are the whole numbers that the operator takes besides its inputs.
  Value node(const std::string& op, std::initializer_list<Value> inputs, const std::string& name,
             std::initializer_list<std::pair<const char*, int>> attributes = {});
  /// Rows of `columns` numbers, or with 0 a number for each row.
  void output(const Value& value, Element element, int columns);

  using Metadata = std::vector<std::pair<std::string, std::string>>;
  /// The bytes of a file, for which the graph is used up.
  std::string file(const std::string& name, const Metadata& metadata);

 private:
  ProtobufMessage graph_;
};

}  // namespace acp
