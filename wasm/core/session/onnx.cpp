#include "core/session/onnx.h"

#include <bit>
#include <string_view>

#include "core/base/version.h"

namespace acp {
namespace {

static_assert(std::endian::native == std::endian::little, "raw_data is little-endian");

/// Of ONNX 1.8 (2020): what reads any newer file reads this one.
constexpr int kIrVersion = 7, kOperatorSet = 13;

/// Numbers of fields, as onnx/onnx.proto has them.
namespace model {
constexpr int kIrVersion = 1, kProducerName = 2, kProducerVersion = 3, kGraph = 7, kOpsetImport = 8,
              kMetadataProps = 14;
}
namespace operator_set_id {
constexpr int kVersion = 2;
}
namespace string_string_entry {
constexpr int kKey = 1, kValue = 2;
}
namespace graph {
constexpr int kNode = 1, kName = 2, kInitializer = 5, kInput = 11, kOutput = 12;
}
namespace node {
constexpr int kInput = 1, kOutput = 2, kName = 3, kOpType = 4, kAttribute = 5;
}
namespace attribute {
constexpr int kName = 1, kI = 3, kType = 20, kTypeInt = 2;
}
namespace tensor {
constexpr int kDims = 1, kDataType = 2, kName = 8, kRawData = 9;
}
namespace value_info {
constexpr int kName = 1, kType = 2;
}
namespace type {
constexpr int kTensorType = 1;
}
namespace tensor_type {
constexpr int kElemType = 1, kShape = 2;
}
namespace tensor_shape {
constexpr int kDim = 1, kDimValue = 1, kDimParam = 2;
}

std::uint64_t whole(int number) { return static_cast<std::uint64_t>(number); }
std::uint64_t whole(OnnxGraph::Element element) { return whole(static_cast<int>(element)); }

ProtobufMessage value_info_of(const std::string& name, OnnxGraph::Element element, int columns) {
  ProtobufMessage shape, tensor_type, type, value;
  shape.message(tensor_shape::kDim, ProtobufMessage().bytes(tensor_shape::kDimParam, "rows"));
  if (columns > 0) {
    shape.message(tensor_shape::kDim,
                  ProtobufMessage().number(tensor_shape::kDimValue, whole(columns)));
  }
  tensor_type.number(tensor_type::kElemType, whole(element)).message(tensor_type::kShape, shape);
  type.message(type::kTensorType, tensor_type);
  return value.bytes(value_info::kName, name).message(value_info::kType, type);
}

}  // namespace

OnnxGraph::Value OnnxGraph::input(const std::string& name, int columns) {
  graph_.message(graph::kInput, value_info_of(name, Element::float32, columns));
  return name;
}

OnnxGraph::Value OnnxGraph::constant(const std::string& name, std::initializer_list<int> shape,
                                     const std::vector<float>& numbers) {
  ProtobufMessage tensor;
  for (const int size : shape) tensor.number(tensor::kDims, whole(size));
  tensor.number(tensor::kDataType, whole(Element::float32)).bytes(tensor::kName, name);
  const auto* bytes = reinterpret_cast<const char*>(numbers.data());
  tensor.bytes(tensor::kRawData, {bytes, numbers.size() * sizeof(float)});
  graph_.message(graph::kInitializer, tensor);
  return name;
}

OnnxGraph::Value OnnxGraph::node(const std::string& op, std::initializer_list<Value> inputs,
                                 const std::string& name,
                                 std::initializer_list<std::pair<const char*, int>> attributes) {
  ProtobufMessage node;
  for (const Value& input : inputs) node.bytes(node::kInput, input);
  node.bytes(node::kOutput, name).bytes(node::kName, name).bytes(node::kOpType, op);
  for (const auto& [key, number] : attributes) {
    ProtobufMessage attribute;
    attribute.bytes(attribute::kName, key).number(attribute::kI, whole(number));
    node.message(node::kAttribute, attribute.number(attribute::kType, attribute::kTypeInt));
  }
  graph_.message(graph::kNode, node);
  return name;
}

void OnnxGraph::output(const Value& value, Element element, int columns) {
  graph_.message(graph::kOutput, value_info_of(value, element, columns));
}

std::string OnnxGraph::file(const std::string& name, const Metadata& metadata) {
  ProtobufMessage model;
  model.number(model::kIrVersion, kIrVersion);
  model.bytes(model::kProducerName, "actor-critic-playground");
  model.bytes(model::kProducerVersion, build_version());
  model.message(model::kGraph, graph_.bytes(graph::kName, name));
  model.message(model::kOpsetImport,
                ProtobufMessage().number(operator_set_id::kVersion, kOperatorSet));
  for (const auto& [key, text] : metadata) {
    ProtobufMessage entry;
    entry.bytes(string_string_entry::kKey, key).bytes(string_string_entry::kValue, text);
    model.message(model::kMetadataProps, entry);
  }
  return model.take();
}

}  // namespace acp
