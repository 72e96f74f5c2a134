#include "core/algo/settings.h"

#include <gtest/gtest.h>

namespace acp {
namespace {

TEST(NetworkSettings, MakeTheShapeOfAPerceptron) {
  const NetworkSettings settings{
      .hidden_layers = 3, .hidden_units = 17, .activation = Activation::tanh};
  const MlpShape shape = settings.shape(4, 2);
  EXPECT_EQ(shape.inputs, 4);
  EXPECT_EQ(shape.hidden, (std::vector<int>{17, 17, 17}));
  EXPECT_EQ(shape.outputs, 2);
  EXPECT_EQ(shape.activation, Activation::tanh);
}

}  // namespace
}  // namespace acp
