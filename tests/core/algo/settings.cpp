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

TEST(CheckMemory, RefusesWhatWouldNotFit) {
  const NetworkSettings largest{.hidden_layers = 4, .hidden_units = 512};
  EXPECT_EQ(check_memory(largest, 1024, "sac.action_samples"), "");
  const auto complaint = check_memory(largest, 1024 * 64, "sac.action_samples");
  EXPECT_EQ(complaint.rfind("sac.action_samples: ", 0), 0u);
  EXPECT_NE(complaint.find("65536 actions"), complaint.npos) << complaint;
  EXPECT_NE(complaint.find("at most 3e+07"), complaint.npos) << complaint;
}

}  // namespace
}  // namespace acp
