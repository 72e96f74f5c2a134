// A bandit with three arms and a softmax policy (Mei et al., 2020; Chung et al., 2021):
//
//     dJ/dtheta(a) = pi(a) (r(a) - J)        natural: r(a) - J
//     d(J + tau H)/dtheta(a) = pi(a) (r(a) - tau log pi(a) - J - tau H)
//     dpi(a) = pi(a) (dtheta(a) - sum_b pi(b) dtheta(b))
//
// Sampled with a baseline b, the gradient is (r(a) - b) (e_a - pi). Its variance is a parabola in
// b, so that b* + c and b* - c scatter alike; yet one of them leads astray and the other does not.
#include "core/exact/simplex.h"

#include <array>

#include "core/base/json.h"
#include "core/base/math.h"
#include "core/base/named_text.h"
#include "core/base/random.h"
#include "core/env/dynamic_programming.h"
#include "core/env/linear_solve.h"

namespace acp {
namespace {

using Eigen::Index;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr double kLargestLogit = 1e6;  // beyond which a path is held

VectorXd softmax(const VectorXd& logits) { return softmax_policy(logits.transpose()).transpose(); }

void numbers(JsonWriter& json, const VectorXd& x) {
  json.begin_array();
  for (const double each : x) json.value(each);
  json.end_array();
}

/// e_a times the weight that makes the mean of samples the direction.
VectorXd sampled_direction(const VectorXd& pi, double advantage, Index a, bool natural) {
  VectorXd direction = natural ? VectorXd::Zero(pi.size()) : VectorXd(-advantage * pi);
  direction(a) += natural ? advantage / pi(a) : advantage;
  return direction;
}

class Simplex {
 public:
  explicit Simplex(const SimplexConfig& config)
      : config_(config), r_(VectorXd::Map(config.r, 3)), theta_(VectorXd::Map(config.theta, 3)) {}

  std::string describe() const {
    const VectorXd pi = softmax(theta_);
    JsonWriter json;
    json.begin_object().key("policy");
    numbers(json, pi);
    json.member("j", bandit_return(pi, r_)).key("direction");
    numbers(json, direction(pi));
    const double baseline = least_variance_baseline(pi, r_, natural());
    json.member("baseline", baseline);
    json.member("variance", sampled_variance(pi, r_, baseline + config_.offset, natural()));
    json.key("field");
    describe_field(json);
    json.key("path");
    describe_path(json, [&](const VectorXd& policy) { return direction(policy); });
    json.key("paths").begin_array();
    Rng rng(static_cast<std::uint64_t>(config_.seed), Stream::lab);
    for (int i = 0; i < config_.paths; ++i) {
      describe_path(json,
                    [&](const VectorXd& policy) { return sampled(policy, config_.offset, rng); });
    }
    json.end_array().key("ends");
    describe_ends(json, config_.offset);
    json.key("mirrored");
    describe_ends(json, -config_.offset);
    return json.end_object().take();
  }

 private:
  bool natural() const { return config_.ascent == BanditAscent::natural; }
  VectorXd direction(const VectorXd& pi) const {
    return bandit_direction(pi, r_, config_.ascent, config_.tau);
  }

  VectorXd sampled(const VectorXd& pi, double offset, Rng& rng) const {
    double left = rng.uniform();
    Index a = 0;
    while (a + 1 < pi.size() && (left -= pi(a)) >= 0) ++a;
    if (pi(a) == 0) return VectorXd::Zero(pi.size());
    // The entropy's part is exact.
    const double b = least_variance_baseline(pi, r_, natural()) + offset;
    VectorXd rewards = sampled_direction(pi, r_(a) - b, a, natural());
    if (config_.ascent != BanditAscent::entropy) return rewards;
    return rewards + direction(pi) - bandit_direction(pi, r_, BanditAscent::gradient, 0);
  }

  /// Rows of a policy and its velocity, on a triangular grid within the simplex.
  void describe_field(JsonWriter& json) const {
    json.begin_array();
    const int n = config_.resolution;
    for (int i = 0; i < n; ++i) {
      for (int j = 0; i + j < n; ++j) {
        const Vector3d pi = Vector3d(i, j, n - 1 - i - j).array() / n + 1.0 / (3 * n);
        VectorXd row(6);
        row << pi, policy_velocity(pi, direction(pi));
        numbers(json, row);
      }
    }
    json.end_array();
  }

  /// Each policy of a path, the first included.
  template <class Step, class Visit>
  void walk(const Step& step, const Visit& visit) const {
    VectorXd theta = theta_;
    for (int i = 0; i <= config_.steps; ++i) {
      const VectorXd pi = softmax(theta);
      visit(pi);
      const VectorXd next = theta + config_.step_size * step(pi);
      if ((next.array().abs() <= kLargestLogit).all()) theta = next;
    }
  }

  template <class Step>
  void describe_path(JsonWriter& json, const Step& step) const {
    json.begin_array();
    walk(step, [&](const VectorXd& pi) { numbers(json, pi); });
    json.end_array();
  }

  /// How many sampled paths end nearest to each arm; the first of them are those that are drawn.
  void describe_ends(JsonWriter& json, double offset) const {
    std::array<int, 3> ends{};
    Rng rng(static_cast<std::uint64_t>(config_.seed), Stream::lab);
    for (int i = 0; i < config_.runs; ++i) {
      VectorXd last;
      walk([&](const VectorXd& pi) { return sampled(pi, offset, rng); },
           [&](const VectorXd& pi) { last = pi; });
      Index arm = 0;
      last.maxCoeff(&arm);
      ++ends[static_cast<std::size_t>(arm)];
    }
    json.begin_array();
    for (const int each : ends) json.value(each);
    json.end_array();
  }

  SimplexConfig config_;
  VectorXd r_, theta_;
};

}  // namespace

double bandit_return(const VectorXd& pi, const VectorXd& r) { return dot(pi, r); }

VectorXd bandit_direction(const VectorXd& pi, const VectorXd& r, BanditAscent ascent, double tau) {
  VectorXd gains = r;
  if (ascent == BanditAscent::entropy) {
    gains -= tau * pi.unaryExpr([](double p) { return p > 0 ? math::log(p) : 0; });
  }
  const VectorXd advantages = gains.array() - dot(pi, gains);
  return ascent == BanditAscent::natural ? advantages : VectorXd(pi.cwiseProduct(advantages));
}

VectorXd policy_velocity(const VectorXd& pi, const VectorXd& direction) {
  return pi.array() * (direction.array() - dot(pi, direction));
}

double least_variance_baseline(const VectorXd& pi, const VectorXd& r, bool natural) {
  // E[f |S|^2] / E[|S|^2], of the score S of each arm.
  const double squares = dot(pi, pi);
  double numerator = 0, denominator = 0;
  for (Index a = 0; a < pi.size(); ++a) {
    const double weight = natural ? 1 / pi(a) : pi(a) * (1 - 2 * pi(a) + squares);
    numerator += weight * r(a);
    denominator += weight;
  }
  return numerator / denominator;
}

double sampled_variance(const VectorXd& pi, const VectorXd& r, double b, bool natural) {
  double squares = 0;
  VectorXd mean = VectorXd::Zero(pi.size());
  for (Index a = 0; a < pi.size(); ++a) {
    VectorXd direction = sampled_direction(pi, r(a) - b, a, natural);
    direction.array() -= direction.mean();
    squares += pi(a) * dot(direction, direction);
    mean += pi(a) * direction;
  }
  return squares - dot(mean, mean);
}

void SimplexConfig::visit(ParameterVisitor& v) {
  constexpr const char* group = "Bandit";
  static constexpr Option ascents[] = {
      {"gradient", "gradient", "Steepest ascent in the logits."},
      {"natural", "natural gradient", "However the policy is parameterised."},
      {"entropy", "entropy-regularised", "Of J + tau H: corners repel."}};
  v.choice({.name = "ascent", .title = "ascent", .group = group, .help = "How it climbs."}, ascent,
           ascents);
  v.number({.name = "tau",
            .title = "entropy weight",
            .symbol = "\\tau",
            .group = group,
            .help = "0: as the gradient.",
            .when = "ascent=entropy"},
           tau, {0, 10});
  v.number({.name = "offset",
            .title = "baseline offset",
            .symbol = "c",
            .group = group,
            .help = "Added to the baseline of least variance; plus and minus scatter alike."},
           offset, {-2, 2});
  v.number({.name = "step_size",
            .title = "step size",
            .symbol = "\\eta",
            .group = group,
            .help = "Of each step, in the logits."},
           step_size, {1e-3, 100, Scale::log});
  static constexpr const char* kRewards[] = {"r0", "r1", "r2"};
  static constexpr const char* kLogits[] = {"theta0", "theta1", "theta2"};
  static constexpr const char* kRewardTitles[] = {"reward 1", "reward 2", "reward 3"};
  static constexpr const char* kLogitTitles[] = {"logit 1", "logit 2", "logit 3"};
  for (int a = 0; a < 3; ++a) {
    v.number({.name = kRewards[a],
              .title = kRewardTitles[a],
              .group = group,
              .help = "Expected reward of an arm."},
             r[a], {-10, 10});
  }
  for (int a = 0; a < 3; ++a) {
    v.number({.name = kLogits[a],
              .title = kLogitTitles[a],
              .group = group,
              .help = "Its logit at first."},
             theta[a], {-20, 20});
  }
  v.integer({.name = "steps", .title = "steps", .group = group, .help = "Of each path."}, steps,
            {1, 2000, Scale::log});
  v.integer({.name = "paths", .title = "sampled paths", .group = group, .help = "From one start."},
            paths, {0, 64});
  v.integer({.name = "runs",
             .title = "runs",
             .group = group,
             .help = "Sampled paths of which the ends are counted."},
            runs, {1, 1000});
  v.integer({.name = "resolution", .title = "arrows", .group = group, .help = "Along each side."},
            resolution, {1, 40});
  v.integer({.name = "seed", .title = "seed", .group = group, .help = "Of the samples."}, seed,
            {0, 2147483647});
}

std::string describe_simplex(std::string_view text) {
  SimplexConfig config;
  std::vector<std::string> errors;
  set_parameters(config, text, errors);
  throw_if_any(errors);
  return Simplex(config).describe();
}

std::optional<std::string> describe_named_simplex(std::string_view process) {
  std::vector<std::string> errors;
  const NamedText named = parse_named(process, "process", errors);
  if (named.name != "simplex") return std::nullopt;
  throw_if_any(errors);
  std::string config;
  for (const auto& [key, value] : named.pairs) config += key + "=" + value + "\n";
  return describe_simplex(config);
}

}  // namespace acp
