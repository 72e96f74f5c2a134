#include "core/grad/objective.h"

#include <gtest/gtest.h>

#include "support/matrices.h"

namespace acp {
namespace {

TEST(QuadraticObjective, IsThePolynomialSummedOverDimensions) {
  Rng rng(1, Stream::evaluation);
  const Matrix actions = random_matrix(2, 9, rng);
  QuadraticObjective objective(-0.5, 2, 3);
  Buffer values(9), again(9);
  Matrix gradient(2, 9);
  objective.value(actions, values);
  objective.value_and_gradient(actions, again, gradient);
  EXPECT_TRUE(same_bits(values, again));
  for (int j = 0; j < 9; ++j) {
    double expected = 0;
    for (int i = 0; i < 2; ++i) {
      const double a = actions(i, j);
      expected += -0.5 * a * a + 2 * a + 3;
      EXPECT_NEAR(gradient(i, j), -a + 2, 1e-6);
    }
    EXPECT_NEAR(values[static_cast<std::size_t>(j)], expected, 2e-6);
  }
}

}  // namespace
}  // namespace acp
