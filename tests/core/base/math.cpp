#include "core/base/math.h"

#include <algorithm>
#include <cfloat>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/digest.h"
#include "core/base/random.h"
#include "support/matrices.h"

namespace acp {
namespace {

/// Precise enough to judge T: long double, where it has more bits than double and a C library to
/// match; else double, which can judge float only.
template <class T>
using Reference = std::conditional_t<(LDBL_MANT_DIG == 64), long double, double>;
template <class T>
constexpr bool kJudged = sizeof(T) < sizeof(double) || LDBL_MANT_DIG == 64;

/// In units in the last place of the exact result.
template <class T>
double in_ulp(T got, Reference<T> exact) {
  const T nearest = std::abs(static_cast<T>(exact));
  const T spacing = std::nextafter(nearest, std::numeric_limits<T>::infinity()) - nearest;
  return static_cast<double>(std::abs(got - exact) / static_cast<Reference<T>>(spacing));
}
/// In units in the last place of 1.
template <class T>
double in_epsilon(T got, Reference<T> exact) {
  return static_cast<double>(std::abs(got - exact) / std::numeric_limits<T>::epsilon());
}

constexpr int kPoints = 200'000;

/// The worst error of `ours` over points uniform in [low, high].
template <class T, class Ours, class Exact>
double worst_error(double low, double high, Ours ours, Exact exact,
                   double (*error)(T, Reference<T>) = in_ulp<T>) {
  Rng rng(1, Stream::evaluation);
  double worst = 0;
  for (int i = 0; i < kPoints; ++i) {
    const T x = static_cast<T>(rng.uniform(low, high));
    worst = std::max(worst, error(ours(x), exact(static_cast<Reference<T>>(x))));
  }
  return worst;
}

/// The same where every order of magnitude of x is as likely.
template <class T, class Ours, class Exact>
double worst_error_over_magnitudes(double low, double high, Ours ours, Exact exact) {
  Rng rng(2, Stream::evaluation);
  double worst = 0;
  for (int i = 0; i < kPoints; ++i) {
    const T x = static_cast<T>(std::exp(rng.uniform(std::log(low), std::log(high))));
    worst = std::max(worst, in_ulp<T>(ours(x), exact(static_cast<Reference<T>>(x))));
  }
  return worst;
}

template <class T>
class Elementary : public testing::Test {
 protected:
  using R = Reference<T>;
  void SetUp() override {
    if (!kJudged<T>) GTEST_SKIP() << "long double has no more precision than double here";
  }
  static T exp(T x) { return math::exp(x); }
  static T log(T x) { return math::log(x); }
  static T sin(T x) { return math::sin(x); }
  static T cos(T x) { return math::cos(x); }
  static T tanh(T x) { return math::tanh(x); }
  static T softplus(T x) { return math::softplus(x); }
  static R exact_exp(R x) { return std::exp(x); }
  static R exact_log(R x) { return std::log(x); }
  static R exact_sin(R x) { return std::sin(x); }
  static R exact_cos(R x) { return std::cos(x); }
  static R exact_tanh(R x) { return std::tanh(x); }
  static R exact_softplus(R x) { return std::max(x, R(0)) + std::log1p(std::exp(-std::abs(x))); }
};
using Precisions = testing::Types<float, double>;
TYPED_TEST_SUITE(Elementary, Precisions);

// The bounds are the worst errors seen over 3 million points, rounded up.

TYPED_TEST(Elementary, Exp) {
  using T = TypeParam;
  const bool single = sizeof(T) == 4;
  const double least = single ? -87.3 : -708, most = single ? 88.72 : 709.78;
  EXPECT_LT(worst_error<T>(-1, 1, this->exp, this->exact_exp), 3.3);
  EXPECT_LT(worst_error<T>(least, most, this->exp, this->exact_exp), 3.3);
}

TYPED_TEST(Elementary, Log) {
  using T = TypeParam;
  const double least = sizeof(T) == 4 ? 1e-44 : 1e-322, most = sizeof(T) == 4 ? 3e38 : 1e308;
  EXPECT_LT(worst_error<T>(0.25, 4, this->log, this->exact_log), 2.9);
  EXPECT_LT(worst_error<T>(0.99, 1.01, this->log, this->exact_log), 2.9);
  EXPECT_LT(worst_error_over_magnitudes<T>(least, most, this->log, this->exact_log), 2.9);
}

TYPED_TEST(Elementary, SineAndCosine) {
  using T = TypeParam;
  const double farthest = sizeof(T) == 4 ? 1e3 : 1e5;
  EXPECT_LT(worst_error<T>(-4, 4, this->sin, this->exact_sin), 1.5);
  EXPECT_LT(worst_error<T>(-4, 4, this->cos, this->exact_cos), 1.5);
  EXPECT_LT(worst_error_over_magnitudes<T>(1e-30, 1, this->sin, this->exact_sin), 1.5);
  EXPECT_LT(worst_error<T>(-farthest, farthest, this->sin, this->exact_sin, in_epsilon), 1.1);
  EXPECT_LT(worst_error<T>(-farthest, farthest, this->cos, this->exact_cos, in_epsilon), 1.1);
}

TYPED_TEST(Elementary, Tanh) {
  using T = TypeParam;
  EXPECT_LT(worst_error<T>(-25, 25, this->tanh, this->exact_tanh), 3.2);
  EXPECT_LT(worst_error_over_magnitudes<T>(1e-30, 1, this->tanh, this->exact_tanh), 3.2);
}

TYPED_TEST(Elementary, Softplus) {
  using T = TypeParam;
  const double farthest = sizeof(T) == 4 ? 87 : 700;
  EXPECT_LT(worst_error<T>(-2, 2, this->softplus, this->exact_softplus), 5.4);
  EXPECT_LT(worst_error<T>(-farthest, farthest, this->softplus, this->exact_softplus), 5.4);
}

template <class T>
class SpecialValues : public testing::Test {
 protected:
  static constexpr T kInfinity = std::numeric_limits<T>::infinity();
  static constexpr T kNaN = std::numeric_limits<T>::quiet_NaN();
};
TYPED_TEST_SUITE(SpecialValues, Precisions);

TYPED_TEST(SpecialValues, NaNPasses) {
  const auto nan = this->kNaN;
  for (const auto y : {math::exp(nan), math::log(nan), math::sin(nan), math::cos(nan),
                       math::tanh(nan), math::softplus(nan)}) {
    EXPECT_TRUE(std::isnan(y));
  }
}

TYPED_TEST(SpecialValues, Exp) {
  using T = TypeParam;
  EXPECT_EQ(math::exp(T(0)), 1);
  EXPECT_EQ(math::exp(T(-0.0)), 1);
  EXPECT_EQ(math::exp(-this->kInfinity), 0);
  EXPECT_EQ(math::exp(this->kInfinity), this->kInfinity);
  EXPECT_EQ(math::exp(T(-800)), 0);
  EXPECT_EQ(math::exp(T(800)), this->kInfinity);
}

TYPED_TEST(SpecialValues, Log) {
  using T = TypeParam;
  const T least = std::numeric_limits<T>::denorm_min();
  EXPECT_EQ(math::log(T(1)), 0);
  EXPECT_EQ(math::log(T(0)), -this->kInfinity);
  EXPECT_EQ(math::log(T(-0.0)), -this->kInfinity);
  EXPECT_EQ(math::log(this->kInfinity), this->kInfinity);
  EXPECT_TRUE(std::isnan(math::log(T(-1))));
  EXPECT_TRUE(std::isnan(math::log(-least)));
  EXPECT_TRUE(std::isnan(math::log(-this->kInfinity)));
  const double bits = sizeof(T) == 4 ? 149 : 1074;
  EXPECT_NEAR(math::log(least), -bits * math::kLog2, 1e-4);
}

TYPED_TEST(SpecialValues, SineAndCosine) {
  using T = TypeParam;
  EXPECT_EQ(math::sin(T(0)), 0);
  EXPECT_EQ(math::cos(T(0)), 1);
  EXPECT_EQ(math::sin(std::numeric_limits<T>::denorm_min()), std::numeric_limits<T>::denorm_min());
  EXPECT_TRUE(std::isnan(math::sin(this->kInfinity)));
  EXPECT_TRUE(std::isnan(math::cos(-this->kInfinity)));
}

TYPED_TEST(SpecialValues, Tanh) {
  using T = TypeParam;
  EXPECT_EQ(math::tanh(T(0)), 0);
  EXPECT_EQ(math::tanh(this->kInfinity), 1);
  EXPECT_EQ(math::tanh(-this->kInfinity), -1);
  EXPECT_EQ(math::tanh(T(1e30)), 1);
  for (T x = T(1e-9); x < 30; x *= T(1.37)) {
    EXPECT_EQ(math::tanh(-x), -math::tanh(x)) << x;
    EXPECT_LE(math::tanh(x), 1) << x;
  }
}

TYPED_TEST(SpecialValues, Softplus) {
  using T = TypeParam;
  EXPECT_EQ(math::softplus(-this->kInfinity), 0);
  EXPECT_EQ(math::softplus(this->kInfinity), this->kInfinity);
  EXPECT_EQ(math::softplus(T(500)), 500);
  EXPECT_GT(math::softplus(T(-80)), 0);
}

TYPED_TEST(SpecialValues, AbsMinMax) {
  using T = TypeParam;
  EXPECT_EQ(math::abs(T(-2)), 2);
  EXPECT_EQ(math::abs(T(2)), 2);
  EXPECT_EQ(math::min(T(1), T(2)), 1);
  EXPECT_EQ(math::max(T(1), T(2)), 2);
}

/// Every function of one number, for digests and for comparing lanes.
template <class V, class Visit>
void for_each_function(V x, Visit visit) {
  visit("exp", math::exp(x));
  visit("log", math::log(x));
  visit("sin", math::sin(x));
  visit("cos", math::cos(x));
  visit("tanh", math::tanh(x));
  visit("softplus", math::softplus(x));
}

template <class T>
std::vector<T> probes() {
  constexpr T inf = std::numeric_limits<T>::infinity();
  std::vector<T> x{0,
                   T(-0.0),
                   1,
                   -1,
                   inf,
                   -inf,
                   std::numeric_limits<T>::denorm_min(),
                   -std::numeric_limits<T>::denorm_min(),
                   std::numeric_limits<T>::min(),
                   std::numeric_limits<T>::max(),
                   std::numeric_limits<T>::lowest(),
                   std::numeric_limits<T>::quiet_NaN()};
  Rng rng(3, Stream::evaluation);
  for (const double scale : {1e-10, 0.1, 1.0, 20.0, 100.0, 1000.0}) {
    for (int i = 0; i < 2000; ++i) x.push_back(static_cast<T>(rng.uniform(-scale, scale)));
  }
  return x;
}

template <class T, int count>
void expect_lanes_equal_scalars() {
  using V = Lanes<T, count>;
  const auto x = probes<T>();
  for (std::size_t i = 0; i + count <= x.size(); i += count) {
    V lanes;
    for (int lane = 0; lane < count; ++lane) lanes[lane] = x[i + lane];
    std::vector<V> wide;
    for_each_function(lanes, [&](const char*, const V& y) { wide.push_back(y); });
    for (int lane = 0; lane < count; ++lane) {
      std::size_t function = 0;
      for_each_function(x[i + lane], [&](const char* name, T y) {
        const T of_lane = wide[function++][lane];
        EXPECT_TRUE(std::isnan(y) ? std::isnan(of_lane) : same_bits(of_lane, y))
            << name << " of " << x[i + lane] << ", lane " << lane;
      });
    }
  }
}

TEST(MathLanes, EqualScalarsToTheBit) {
  expect_lanes_equal_scalars<float, 4>();
  expect_lanes_equal_scalars<double, 2>();
  expect_lanes_equal_scalars<Scalar, kPack>();
}

TEST(MathBits, AreTheSameInEveryBuild) {
  const auto digest_of = [](const auto& points) {
    Digest digest;
    for (const auto x : points) {
      for_each_function(x, [&](const char*, auto y) {
        if (!std::isnan(y)) digest.add(std::span<const decltype(y)>(&y, 1));
      });
    }
    return digest.hex();
  };
  EXPECT_EQ(digest_of(probes<float>()), "53e998714e8b3140");
  EXPECT_EQ(digest_of(probes<double>()), "d7decf32ba8d2e90");
}

}  // namespace
}  // namespace acp
