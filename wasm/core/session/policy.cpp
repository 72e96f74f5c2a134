#include "core/session/policy.h"

#include <cmath>
#include <stdexcept>

#include "core/base/json.h"
#include "core/base/version.h"
#include "core/env/units.h"

namespace acp {
namespace {

constexpr int kVersion = 1;

void write(Scalar x, JsonWriter& json) {
  if (!std::isfinite(x)) throw std::invalid_argument("policy: a weight is not a finite number");
  json.value_9(static_cast<double>(x));
}

const char* name_of(Activation activation) {
  if (activation == Activation::relu) return "relu";
  return activation == Activation::tanh ? "tanh" : "identity";
}

/// `biases` may be null: there are none.
void describe(const Mlp::Layer& layer, const Scalar* weights, const Scalar* biases,
              JsonWriter& json) {
  json.begin_object().member("inputs", layer.inputs).member("outputs", layer.outputs);
  json.member("activation", name_of(layer.activation)).key("weights").begin_array();
  for (int i = 0; i < layer.outputs; ++i) {
    json.begin_array();
    for (int j = 0; j < layer.inputs; ++j) write(weights[j * layer.stride() + i], json);
    json.end_array();
  }
  json.end_array().key("biases").begin_array();
  for (int i = 0; i < layer.outputs; ++i) write(biases != nullptr ? biases[i] : 0, json);
  json.end_array().end_object();
}

}  // namespace

std::string describe_policy(const PolicyNetwork& policy, const EnvironmentInfo& info,
                            const PolicySource& source) {
  JsonWriter json;
  json.begin_object().member("format", "actor-critic-playground policy");
  json.member("version", kVersion).member("build", build_version()).member("config", source.config);
  json.member("environment_steps", static_cast<double>(source.environment_steps));
  json.key("observation").begin_array();
  const ObservationScale scale(info, source.normalised && policy.mlp != nullptr);
  for (std::size_t i = 0; i < info.observation.size(); ++i) {
    json.begin_object().member("name", info.observation[i].name);
    json.member("scale", scale.scale(i)).member("shift", scale.shift(i)).end_object();
  }
  json.end_array().key("layers").begin_array();
  const Scalar* theta = policy.theta.data();
  if (policy.mlp == nullptr) {
    describe({info.states, info.action.size(), 0, 0, Activation::identity}, theta, nullptr, json);
  } else {
    for (const auto& layer : policy.mlp->layers()) {
      describe(layer, theta + layer.weights, theta + layer.biases, json);
    }
  }
  json.end_array().member("head", name_of(policy.head));
  describe_action(info.action, json);
  return json.end_object().take();
}

void describe_action(const ActionSpace& space, JsonWriter& json) {
  json.key("action").begin_object();
  json.member("kind", space.discrete ? "discrete" : "continuous");
  json.array("names", space.names).array("low", space.low);
  json.array("high", space.high).member("unit", space.unit).end_object();
}

}  // namespace acp
