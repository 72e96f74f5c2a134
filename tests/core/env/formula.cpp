// Tasks of formulas: what they compute, what is wrong with a text and where, and that what is
// written like a task of this project learns to the same bits.
#include "core/env/formula.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/escape.h"
#include "core/env/formula_task.h"
#include "support/allocations.h"
#include "support/environments.h"
#include "support/sessions.h"

namespace acp {
namespace {

constexpr const char* kCartPole =
    "state: x = uniform(-0.05, 0.05), v = uniform(-0.05, 0.05),\n"
    "  theta = uniform(-0.05, 0.05), omega = uniform(-0.05, 0.05)\n"
    "action: push in {left, right}\n"
    "next: f = if(push == right, 10, -10), s = sin(theta), c = cos(theta),\n"
    "  tau = (f + 0.05 omega omega s) / 1.1,\n"
    "  alpha = (9.8 s - c tau) / (0.5 (4/3 - 0.1 c c / 1.1)),\n"
    "  x' = x + 0.02 v, v' = v + 0.02 (tau - 0.05 alpha c / 1.1),\n"
    "  theta' = theta + 0.02 omega, omega' = omega + 0.02 alpha\n"
    "reward: 1\n"
    "terminate: abs(x') > 2.4 or abs(theta') > 12 * 2 pi / 360\n"
    "observe: x, v, theta, omega\n"
    "limit: 500\n"
    "draw: cart(x, theta) in [-2.4, 2.4]";

std::unique_ptr<Environment> made(const std::string& task, const Settings& settings = {}) {
  const EnvironmentEntry entry = formula_entry();
  const auto config = entry.make_config();
  EXPECT_EQ(set_parameter(*config, "task", escaped(task)), "");
  for (const auto& [name, value] : settings) {
    EXPECT_EQ(set_parameter(*config, name, value), "");
  }
  EXPECT_EQ(config->check(), "");
  return entry.make(*config);
}

/// A task whose x goes on as `next` says and of which `seen` is observed.
std::string task_of(const std::string& next, const std::string& seen) {
  return "constants: two = 2; state: x = 0.5; action: u in [-1, 1]; next: x' = " + next +
         "; reward: 0; observe: " + seen + "; limit: 10";
}

/// A task in two lines, of which the second says how it is drawn.
std::string drawn_task(const std::string& shapes) {
  return "constants: c = 2 in [-1, 9]; state: x = 0.5; action: u in [-1, 1]; next: x' = x + u;"
         "reward: x; observe: x; limit: 10;\ndraw: " +
         shapes;
}

double value_of(const std::string& expression) {
  const auto environment = made(task_of("x", expression));
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  return observation_of(*environment)[0];
}

std::string complaint_of(const std::string& task) {
  const auto config = formula_entry().make_config();
  return set_parameter(*config, "task", escaped(task));
}

std::string failure_of(const std::string& next, const std::string& seen = "x") {
  const auto environment = made(task_of(next, seen));
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  try {
    step(*environment, 0.5);
    observation_of(*environment);
  } catch (const EnvironmentError& error) {
    return error.what();
  }
  return "";
}

void add_formulas() {
  static const bool added = (add_environment(formula_entry()), true);
  EXPECT_TRUE(added);
}

std::string digest_of(const std::string& config) {
  Session session(config);
  session.train(2000, kForever);
  return session.digest();
}

TEST(Formula, APendulumOfFormulasLearnsToTheBitsOfTheOther) {
  add_formulas();
  EXPECT_EQ(digest_of("environment=formula&algorithm=sac"),
            digest_of("environment=pendulum&algorithm=sac"));
  EXPECT_EQ(digest_of("environment=formula&algorithm=sac&formula.g=9.81"),
            digest_of("environment=pendulum&algorithm=sac&pendulum.gravity=9.81"));
}

TEST(Formula, ACartPoleOfFormulasLearnsToTheBitsOfTheOther) {
  add_formulas();
  const std::string task = "&formula.task=" + escaped(kCartPole);
  EXPECT_EQ(digest_of("environment=formula&algorithm=dqn" + task),
            digest_of("environment=cart_pole&algorithm=dqn"));
}

TEST(Formula, ChoosesAnAlgorithmThatSuitsTheTask) {
  add_formulas();
  const auto chosen = [](const std::string& more) {
    return std::string(RunConfig::parse("environment=formula" + more).algorithm_entry().id);
  };
  EXPECT_EQ(chosen(""), "sac");
  const std::string discrete = chosen("&formula.task=" + escaped(kCartPole));
  EXPECT_EQ(discrete, RunConfig::parse("environment=cart_pole").algorithm_entry().id);
}

TEST(Formula, ConfigurationsStandForThemselves) {
  add_formulas();
  const std::string text = RunConfig::parse("environment=formula&formula.g=3").print();
  EXPECT_EQ(RunConfig::parse(text).print(), text);
}

TEST(Formula, NobodyKnowsWhatReturnsToCompareWith) {
  const auto environment = made(task_of("x", "x"));
  const auto& [optimum, random, threshold] = environment->info().reference;
  EXPECT_TRUE(std::isnan(optimum) && std::isnan(random) && std::isnan(threshold));
}

TEST(Formula, ComputesByTheUsualRules) {
  const std::pair<const char*, double> cases[] = {
      {"2 + 3 * 4", 14},
      {"2 x^2", 0.5},
      {"-x^2", -0.25},
      {"8 / 2 x", 2},
      {"2 (x + 1) two", 6},
      {"2^-1", 0.5},
      {"2^3^2", 512},
      {"x^3", 0.125},
      {"10 - 4 - 3", 3},
      {"1 - -2", 3},
      {"1 < 2 and not 2 < 1", 1},
      {"1 > 2 or 2 >= 2", 1},
      {"1 <= 0", 0},
      {"1 != 1", 0},
      {"2 == two", 1},
      {"if(x > 1, 2, 3)", 3},
      {"mod(-1, 3)", 2},
      {"clip(5, 0, 2)", 2},
      {"clip(-5, 0, 2)", 0},
      {"clip(1, 0, 2)", 1},
      {"sign(-3) + sign(0) + 10 sign(7)", 9},
      {"floor(-0.5)", -1},
      {"ceil(0.2)", 1},
      {"min(1, 2) + 10 max(1, 2)", 21},
      {"abs(-2)", 2},
      {"sqrt(x / two)", 0.5},
      {"1.5e1", 15},
  };
  for (const auto& [expression, value] : cases)
    EXPECT_EQ(value_of(expression), value) << expression;
  const std::pair<const char*, double> near[] = {
      {"sin(x)", std::sin(0.5)},   {"cos(x)", std::cos(0.5)},
      {"tan(x)", std::tan(0.5)},   {"exp(x)", std::exp(0.5)},
      {"log(x)", std::log(0.5)},   {"tanh(x)", std::tanh(0.5)},
      {"x^0.3", std::pow(.5, .3)}, {"wrap(7 pi / two)", -std::acos(0.0)},
  };
  for (const auto& [expression, value] : near) {
    EXPECT_NEAR(value_of(expression), value, 1e-14) << expression;
  }
}

TEST(Formula, AllThatIsNextComesFromWhatIs) {
  const auto environment = made(
      "state: x = 1, y = 2; action: u in [-3, 3]; next: x' = y, y' = x; reward: 10 x + x' + u;"
      "terminate: x == 2; observe: sum = x + y, y in [0, 3]; limit: 7; seconds: 0.5");
  const EnvironmentInfo& info = environment->info();
  EXPECT_EQ(info.time_limit, 7);
  EXPECT_EQ(info.seconds_per_step, 0.5);
  EXPECT_EQ(info.action.low, std::vector{-3.0});
  EXPECT_EQ(info.observation[0].name, "sum");
  EXPECT_EQ(info.observation[1].name, "y");
  EXPECT_EQ(info.observation[1].high, 3);
  EXPECT_EQ(info.draw,
            (std::vector<std::string>{"x", "y", "u", "reward", "x low", "x high", "y low", "y high",
                                      "action u low", "action u high"}));
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  EXPECT_EQ(state_of(*environment), (std::vector{1.0, 2.0}));
  auto result = step(*environment, 9.0);  // nothing acts beyond its range
  EXPECT_EQ(result.reward, 10 + 2 + 3);
  EXPECT_FALSE(result.terminated);
  EXPECT_EQ(state_of(*environment), (std::vector{2.0, 1.0}));
  EXPECT_EQ(observation_of(*environment), (std::vector{3.0, 1.0}));
  std::vector<float> drawing(10);
  environment->drawing()->draw(drawing);
  EXPECT_EQ(drawing, (std::vector{2.0F, 1.0F, 3.0F, 15.0F, -1.0F, 1.0F, -1.0F, 1.0F, -3.0F, 3.0F}));
  EXPECT_TRUE(step(*environment, 0.0).terminated);
}

TEST(Formula, AStateIsDrawnAsItsShapesSay) {
  const auto plain = made(drawn_task("point(x, 1)"));
  const auto environment = made(drawn_task("cart(2 x, -x) in [-c, c], rod(1 / (x - 1.5))"));
  const auto& columns = environment->info().draw;
  const std::size_t first = columns.size() - 7;
  EXPECT_EQ(std::vector(columns.begin() + static_cast<std::ptrdiff_t>(first), columns.end()),
            (std::vector<std::string>{"shape 1 cart x", "shape 1 cart angle", "shape 1 cart from",
                                      "shape 1 cart to", "shape 2 rod angle", "shape 2 rod from",
                                      "shape 2 rod to"}));
  const auto drawn = [&] {
    std::vector<float> all(columns.size());
    environment->drawing()->draw(all);
    return std::vector(all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
  };
  Rng rng(1, Stream::environment);
  environment->reset(rng);
  EXPECT_EQ(drawn(), (std::vector{1.0F, -0.5F, -2.0F, 2.0F, -1.0F, -1.0F, 1.0F}));
  plain->reset(rng);
  for (Environment* each : {plain.get(), environment.get()}) step(*each, 1.0);
  EXPECT_EQ(drawn()[0], 3.0F);
  EXPECT_TRUE(std::isnan(drawn()[4]));  // what cannot be drawn stops nothing
  EXPECT_EQ(state_of(*environment), state_of(*plain));
  EXPECT_EQ(step(*environment, 0.5).reward, step(*plain, 0.5).reward);
}

TEST(Formula, ConstantsAreParametersAndDecideOnOthers) {
  const std::string task =
      "constants: m = 2 in [1, 9], weight = 10 m; state: x = weight; action: u in [-m, m];"
      "next: x' = x + u; reward: 0; observe: x in [0, weight]; limit: 5";
  const auto usual = made(task), heavy = made(task, {{"m", "3"}});
  Rng rng(1, Stream::environment);
  usual->reset(rng);
  heavy->reset(rng);
  EXPECT_EQ(state_of(*usual), std::vector{20.0});
  EXPECT_EQ(state_of(*heavy), std::vector{30.0});
  EXPECT_EQ(heavy->info().action.high, std::vector{3.0});
  EXPECT_EQ(heavy->info().observation[0].high, 30);
  const auto config = formula_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "task", escaped(task)), "");
  EXPECT_EQ(set_parameter(*config, "m", "10"), "10 is outside [1, 9]");
  EXPECT_EQ(set_parameter(*config, "g", "10"), "unknown parameter");
}

TEST(Formula, ARangeThatConstantsMakeEmptyIsRefused) {
  const auto config = formula_entry().make_config();
  const std::string task =
      "constants: m = 2 in [0, 9]; state: x = 0; action: u in [-m, m]; next: x' = u; reward: 0;"
      "observe: x; limit: 5";
  EXPECT_EQ(set_parameter(*config, "task", escaped(task)), "");
  EXPECT_EQ(config->check(), "");
  EXPECT_EQ(set_parameter(*config, "m", "0"), "");
  EXPECT_EQ(config->check(), "formula.task: with these constants the range of u is empty: [0, 0]");
}

TEST(Formula, ARangeOfShapesThatConstantsMakeEmptyIsRefused) {
  const auto config = formula_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "task", escaped(drawn_task("point(x, x) in [-1, c]"))), "");
  EXPECT_EQ(config->check(), "");
  EXPECT_EQ(set_parameter(*config, "c", "-1"), "");
  EXPECT_EQ(config->check(),
            "formula.task: with these constants the range of point is empty: [-1, -1]");
}

TEST(Formula, SaysWhereATextIsWrongAndWhatIsAllowed) {
  const std::pair<std::string, const char*> cases[] = {
      {task_of("y", "x"),
       "line 1, column 70: y is not known here; known are pi, two, u, x, and "
       "functions"},
      {task_of("coss(x)", "x"), "line 1, column 70: coss is not known here; did you mean cos?"},
      {task_of("x + ", "x"), "line 1, column 74: expected a number, a name or ( instead of ;"},
      {task_of("x + (2", "x"), "line 1, column 76: expected ) before ;"},
      {task_of("x $ 2", "x"), "line 1, column 72: $ means nothing here"},
      {task_of("x; x", "x"),
       "line 1, column 73: expected one of the sections constants, state, "
       "action, next, reward, terminate, observe, limit, seconds, draw, each with "
       "a colon, instead of x"},
      {task_of("2 3", "x"), "line 1, column 72: two numbers in a row"},
      {task_of("x, x' = 1", "x"), "line 1, column 73: x' is there twice"},
      {task_of("x, y' = 1", "x"),
       "line 1, column 73: y' is the next value of no component of the state"},
      {task_of("x, u = 1", "x"), "line 1, column 73: u has a meaning already"},
      {task_of("x, sin = 1", "x"), "line 1, column 73: sin has a meaning already"},
      {task_of("x", "u"),
       "line 1, column 93: u is not known here; known are pi, two, x, and "
       "functions"},
      {task_of("x", "normal(0, 1)"),
       "line 1, column 93: normal is allowed in state and next alone"},
      {task_of("x", "x; limit: 3"), "line 1, column 106: limit is there twice"},
      {task_of("x", "x; state: y = 1"), "line 1, column 96: state is there twice"},
      {"reward: 1; state: x = 1", "line 1, column 12: state belongs before reward"},
      {"state: x = 1", "line 1, column 13: the task has no action:"},
      {"state: x = 1\naction: u in [1, 1]; next: x' = x; reward: 0; observe: x; limit: 1",
       "line 2, column 15: the range of u is empty: [1, 1]"},
      {"constants: c = 3 in [0, 1]; state: x = 1; action: u in [0, 1]; next: x' = x; reward: 0;"
       "observe: x; limit: 1",
       "line 1, column 12: c = 3 is outside its range"},
      {"state: x = 1; action: u in {a}; next: x' = x",
       "line 1, column 30: expected at least two choices"},
      {"state: x = 1; action: u in {a, b}, w in [0, 1]; next: x' = x",
       "line 1, column 38: one action that is a choice stands alone"},
      {task_of("x", "x; limit"),
       "line 1, column 96: expected one of the sections constants, state, "
       "action, next, reward, terminate, observe, limit, seconds, draw, each "
       "with a colon, instead of limit"},
      {std::string(934, ' '), "is longer than 2800 characters"},
      {drawn_task("arm(x)"),
       "line 2, column 7: expected one of the shapes point(x, y), rod(angle), cart(x, angle) "
       "instead of arm"},
      {drawn_task("rod(x), "),
       "line 2, column 15: expected one of the shapes point(x, y), rod(angle), cart(x, angle) "
       "before the end"},
      {drawn_task("cart(x)"), "line 2, column 13: expected , before )"},
      {drawn_task("rod(x, 1)"), "line 2, column 12: expected ) before ,"},
      {drawn_task("rod(u)"),
       "line 2, column 11: u is not known here; known are c, pi, x, and functions"},
      {drawn_task("rod(normal(0, 1))"),
       "line 2, column 11: normal is allowed in state and next alone"},
      {drawn_task("rod(x) in [0, 1]"), "line 2, column 14: did not expect in"},
      {drawn_task("point(x, 1) in [1, 1]"),
       "line 2, column 23: the range of point is empty: [1, 1]"},
      {drawn_task("rod(x)\nlimit: 3"), "line 3, column 1: limit is there twice"},
      {"state: x = 1e999", "line 1, column 12: 1e999 is too large"},
      {"state: x = \xc3\xa9",
       "line 1, column 12: a character that is not ASCII means nothing here"},
      {"state: x = " + std::string(60, '(') + "1",
       "line 1, column 52: more than 40 parentheses or powers within each other"},
  };
  for (const auto& [task, complaint] : cases) EXPECT_EQ(complaint_of(task), complaint) << task;
}

TEST(Formula, WhatIsNotFiniteIsNamed) {
  EXPECT_EQ(failure_of("x / 0"), "next: x' is not a finite number");
  EXPECT_EQ(failure_of("log(-x)"), "next: x' is not a finite number");
  EXPECT_EQ(failure_of("1e6"), "next: x' is beyond 100,000");
  EXPECT_EQ(failure_of("0", "1 / x"), "observe: 1 / x is not a finite number");
  EXPECT_EQ(failure_of("0"), "");
}

TEST(Formula, ChanceComesFromTheStreamOfTheTask) {
  const auto environment = made(
      "state: x = normal(2, 3); action: u in [-1, 1]; next: x' = uniform(4, 6); reward: 0;"
      "observe: x; limit: 1");
  Rng rng(1, Stream::environment);
  Moments first, first_squared, next;
  for (int i = 0; i < 20'000; ++i) {
    environment->reset(rng);
    const double x = state_of(*environment)[0];
    first.add(x);
    first_squared.add((x - 2) * (x - 2));
    environment->step(std::vector{0.0}, rng);
    next.add(state_of(*environment)[0]);
  }
  EXPECT_LT(std::abs(z_of_mean(first, 2)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(first_squared, 9)), kLargestZ);
  EXPECT_LT(std::abs(z_of_mean(next, 5)), kLargestZ);
}

TEST(Formula, AStateIsTheWholeStateAndStepsDoNotAllocate) {
  const auto one = made(kCartPole);
  Rng rng(1, Stream::environment);
  one->reset(rng);
  const auto other = one->clone();
  const auto third = made(kCartPole);
  set_state(*third, state_of(*one));
  std::vector<double> action{0}, seen(4);
  const auto before = allocations().made;
  for (int t = 0; t < 20; ++t) {
    action[0] = t % 3 == 0;
    one->step(action, rng);
    one->observe(seen);
  }
  EXPECT_EQ(allocations().made, before);
  for (int t = 0; t < 20; ++t) {
    step(*other, t % 3 == 0);
    step(*third, t % 3 == 0);
  }
  EXPECT_EQ(state_of(*other), state_of(*one));
  EXPECT_EQ(state_of(*third), state_of(*one));
}

TEST(Formula, ATextInAConfigurationIsEscaped) {
  EXPECT_EQ(escaped("a b&c=d%e\n"), "a%20b%26c%3Dd%25e%0A");
  const auto config = formula_entry().make_config();
  EXPECT_EQ(set_parameter(*config, "task", "state%2"),
            "has a % without two of the digits 0 to 9 and A to F behind it");
}

}  // namespace
}  // namespace acp
