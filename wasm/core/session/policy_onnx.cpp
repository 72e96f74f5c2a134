#include <cmath>
#include <stdexcept>

#include "core/dist/gaussian.h"
#include "core/env/units.h"
#include "core/session/onnx.h"
#include "core/session/policy.h"

namespace acp {
namespace {

using Element = OnnxGraph::Element;
using Value = OnnxGraph::Value;
using Numbers = std::vector<float>;

float weight(Scalar x) {
  if (!std::isfinite(x)) throw std::invalid_argument("policy: a weight is not a finite number");
  return static_cast<float>(x);
}

const char* operator_of(Activation activation) {
  if (activation == Activation::relu) return "Relu";
  return activation == Activation::tanh ? "Tanh" : "Identity";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// The graph of one policy, from an observation in the environment's units to an action in them.
class PolicyGraph {
 public:
  PolicyGraph(const PolicyNetwork& policy, const EnvironmentInfo& info, bool normalised)
      : policy_(policy), info_(info) {
    const Value x = observation(normalised);
    if (policy.head == Head::categorical || policy.head == Head::action_values) {
      choose(outputs(x, policy.head == Head::categorical ? "logits" : "action_values"));
    } else if (policy.head == Head::tanh) {
      act(graph_.node("Tanh", {outputs(x, "y")}, "squashed"));
    } else {
      act_at_mean(hidden_layers(x));
    }
  }

  std::string file(const OnnxGraph::Metadata& metadata) { return graph_.file("policy", metadata); }

 private:
  using Head = PolicyHead;
  const Mlp::Layer& last() const { return policy_.mlp->layers().back(); }

  Value affine(const Value& x, const std::string& name, const Numbers& scale,
               const Numbers& shift) {
    const auto size = static_cast<int>(scale.size());
    const Value scales = graph_.constant(name + "_scale", {size}, scale);
    const Value shifts = graph_.constant(name + "_shift", {size}, shift);
    return graph_.node("Add", {graph_.node("Mul", {x, scales}, name + "_scaled"), shifts}, name);
  }

  Value clip(const Value& x, const std::string& name, Scalar low, Scalar high) {
    return graph_.node("Clip",
                       {x, graph_.constant(name + "_low", {}, {static_cast<float>(low)}),
                        graph_.constant(name + "_high", {}, {static_cast<float>(high)})},
                       name);
  }

  Value observation(bool normalised) {
    const std::size_t size = info_.observation.size();
    Value raw = graph_.input("observation", static_cast<int>(size));
    if (!normalised || policy_.mlp == nullptr) return raw;
    const ObservationScale units(info_, true);
    Numbers scale, shift;
    for (std::size_t i = 0; i < size; ++i) {
      scale.push_back(static_cast<float>(units.scale(i)));
      shift.push_back(static_cast<float>(units.shift(i)));
    }
    return affine(raw, "normalised", scale, shift);
  }

  /// `count` outputs of a layer from the `first` on, before its activation.
  Value part(const Value& x, const Mlp::Layer& layer, const std::string& name, int first,
             int count) {
    const Scalar* theta = policy_.theta.data();
    Numbers weights, biases;
    for (int j = 0; j < layer.inputs; ++j) {
      const Scalar* column = theta + layer.weights + j * layer.stride() + first;
      for (int i = 0; i < count; ++i) weights.push_back(weight(column[i]));
    }
    const Value w = graph_.constant(name + "_weights", {layer.inputs, count}, weights);
    if (policy_.mlp == nullptr) return graph_.node("MatMul", {x, w}, name);
    for (int i = 0; i < count; ++i) biases.push_back(weight(theta[layer.biases + first + i]));
    return graph_.node("Gemm", {x, w, graph_.constant(name + "_biases", {count}, biases)}, name);
  }

  Value hidden_layers(Value x) {
    const auto& layers = policy_.mlp->layers();
    for (std::size_t k = 0; k + 1 < layers.size(); ++k) {
      const std::string name = "layer_" + std::to_string(k + 1);
      const Value y = part(x, layers[k], name, 0, layers[k].outputs);
      x = graph_.node(operator_of(layers[k].activation), {y}, name + "_activated");
    }
    return x;
  }

  Value outputs(const Value& x, const std::string& name) {
    if (policy_.mlp != nullptr) return part(hidden_layers(x), last(), name, 0, last().outputs);
    const int choices = info_.action.size();
    return part(x, {info_.states, choices, 0, 0, Activation::identity}, name, 0, choices);
  }

  /// The choice with the largest; among equals the first.
  void choose(const Value& y) {
    const Value action = graph_.node("ArgMax", {y}, "action", {{"axis", 1}, {"keepdims", 0}});
    graph_.output(action, Element::int64, 0);
    graph_.output(y, Element::float32, info_.action.size());
  }

  /// Of a Gaussian, which the outputs after its action describe.
  void act_at_mean(const Value& x) {
    const int size = info_.action.size();
    const Value mean = part(x, last(), "mean", 0, size);
    const Value any = part(x, last(), "log_std_unclipped", size, size);
    const Value log_std = clip(any, "log_std", kLogSigmaMin, kLogSigmaMax);
    act(policy_.head == Head::gaussian ? clip(mean, "clipped", -1, 1)
                                       : graph_.node("Tanh", {mean}, "squashed"));
    graph_.output(mean, Element::float32, size);
    graph_.output(log_std, Element::float32, size);
  }

  /// `a` is in [-1, 1].
  void act(const Value& a) {
    Numbers scale, shift;
    for (std::size_t i = 0; i < info_.action.low.size(); ++i) {
      const UnitRange range{info_.action.low[i], info_.action.high[i]};
      scale.push_back(static_cast<float>(range.half()));
      shift.push_back(static_cast<float>(range.from_unit(0)));
    }
    graph_.output(affine(a, "action", scale, shift), Element::float32, info_.action.size());
  }

  const PolicyNetwork& policy_;
  const EnvironmentInfo& info_;
  OnnxGraph graph_;
};

}  // namespace

std::string policy_as_onnx(const PolicyNetwork& policy, const EnvironmentInfo& info,
                           const PolicySource& source) {
  std::vector<std::string> observed;
  for (const auto& component : info.observation) observed.push_back(component.name);
  return PolicyGraph(policy, info, source.normalised)
      .file({{"config", source.config},
             {"environment_steps", std::to_string(source.environment_steps)},
             {"head", name_of(policy.head)},
             {"observation", joined(observed)},
             {"action", joined(info.action.names)},
             {"unit", info.action.unit}});
}

}  // namespace acp
