// Every field of a checkpoint, with numbers that nobody saved, under a checksum that fits: refused
// with the name of the field, or harmless. The program with sanitizers sees what is not.
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "support/environments.h"
#include "support/sessions.h"

namespace acp {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Bytes of the length that stands before a vector or a text.
constexpr std::size_t kLength = sizeof(std::uint64_t);

/// Where a field lies that is archived in one piece.
struct Extent {
  std::size_t first;
  std::size_t last;  ///< behind it
};
/// By name; many for what each transition has.
using Extents = std::map<std::string, std::vector<Extent>>;

std::string complaint_about(const Bytes& checkpoint) {
  try {
    Session::from_checkpoint(checkpoint);
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

/// The name in `checkpoint: name: what is wrong`, or "".
std::string field_in(const std::string& complaint) {
  const std::string before = "checkpoint: ";
  const auto colon = complaint.find(": ", before.size());
  if (complaint.rfind(before, 0) != 0 || colon == std::string::npos) return "";
  return complaint.substr(before.size(), colon - before.size());
}

/// The fields behind the configuration: a file that ends early says within which.
Extents fields_of(const Bytes& whole) {
  Extents extents;
  std::string last;
  std::uint64_t configuration = 0;
  std::memcpy(&configuration, whole.data() + 12, sizeof configuration);
  std::size_t size = 12 + kLength + static_cast<std::size_t>(configuration);
  for (; size + sizeof(std::uint64_t) < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    const std::string complaint = complaint_about(sealed(cut));
    const std::string name = field_in(complaint);
    EXPECT_EQ(complaint, "checkpoint: " + name + ": the file is truncated") << size;
    if (name != last) extents[name].push_back({size, size});
    extents[name].back().last = size + 1;
    last = name;
  }
  return extents;
}

/// Uses a session in every way. What comes of numbers that nobody has saved is not the point: it
/// must not crash, hang or touch what is not its own.
void use(Session& session, const std::vector<double>& state) {
  session.train(40, 1000);
  session.watch(3, true);
  session.kick(0.5);
  session.frame();
  session.field({0, -1, 4, 1});
  session.evaluate({state});
  session.digest();
  session.save();
  try {
    session.policy();
  } catch (const std::invalid_argument&) {  // not finite
  }
  try {
    Laboratory lab = session.laboratory("batch=4");
    lab.describe();
    lab.measure("", 2, 1000);
    lab.measure("space=theta", 2, 1000);
    lab.result("space=theta");
  } catch (const std::invalid_argument&) {  // no such gradient
  }
}

template <class T>
Bytes bytes_of(T number) {
  Bytes bytes(sizeof number);
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

/// A number of the networks.
Bytes scalar(double number) { return bytes_of(static_cast<Scalar>(number)); }

Bytes with(const Bytes& whole, std::size_t at, const Bytes& number) {
  Bytes changed = whole;
  std::copy(number.begin(), number.end(), changed.begin() + static_cast<std::ptrdiff_t>(at));
  return resealed(changed);
}

/// Whatever the type of a field is, some of these are out of its range.
std::vector<Bytes> extreme_numbers() {
  constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
  constexpr auto kLongest = std::numeric_limits<std::int64_t>::max();
  std::vector<Bytes> numbers;
  for (const std::int32_t x : {-1, 40000, kMost, -kMost}) numbers.push_back(bytes_of(x));
  for (const std::int64_t x : {std::int64_t{-1}, kLongest}) numbers.push_back(bytes_of(x));
  for (const double x : {-1.0, 0.5, 40000.0, double{NAN}}) numbers.push_back(scalar(x));
  for (const double x : {-1.0, 1e300, std::nan("")}) numbers.push_back(bytes_of(x));
  numbers.push_back(bytes_of(std::uint8_t{2}));
  return numbers;
}

/// Whether any number is a sound one for a field. Weights may be NaN: so they are in a run that
/// nobody has looked at since it diverged.
bool takes_any(const std::string& name) {
  const auto ends_in = [&](std::string_view end) {
    return name.size() >= end.size() &&
           name.compare(name.size() - end.size(), end.size(), end) == 0;
  };
  return ends_in("stream.state") || ends_in("noise.state") || ends_in(".theta") ||
         name == "table" || name == "metrics.mean" || name == "metrics.squares" ||
         name == "promise.difference";
}

struct Task {
  const char* environment;
  const char* algorithm;
  int steps = 30;  ///< until it is saved

  std::string config() const {
    std::string text = std::string("environment=") + environment + "&algorithm=" + algorithm;
    for (const char* pair :
         {"batch_size=4", "hidden_units=8", "hidden_layers=1", "buffer_size=100", "warmup_steps=20",
          "environments=3", "steps=20", "episodes_per_update=64"}) {
      try {
        const std::string longer = text + "&" + algorithm + "." + pair;
        RunConfig::parse(longer);
        text = longer;
      } catch (const ConfigError&) {  // has no such parameter
      }
    }
    return text;
  }
  Bytes saved() const {
    Session session(config());
    session.train(steps, kForever);
    session.watch(3);
    return session.save();
  }
  /// One to start an evaluation from.
  std::vector<double> state() const {
    for (const auto& entry : environments()) {
      if (std::string_view(entry.id) == environment) {
        return entry.make(*entry.make_config())->evaluation_states().front();
      }
    }
    return {};
  }
};

void PrintTo(const Task& task, std::ostream* out) { *out << task.config(); }

class Hostile : public testing::TestWithParam<Task> {};

TEST_P(Hostile, NumbersAreRefusedByNameOrHarmless) {
  const Bytes whole = GetParam().saved();
  const auto state = GetParam().state();
  const Extents fields = fields_of(whole);
  std::set<std::string> never_refused;
  for (const auto& [name, extents] : fields) {
    bool refused = false;
    const Extent& extent = extents.back();
    for (const std::size_t at : {extent.first, extent.first + kLength}) {
      if (at >= extent.last) continue;
      for (const Bytes& number : extreme_numbers()) {
        if (at + number.size() + sizeof(std::uint64_t) > whole.size()) continue;
        const Bytes changed = with(whole, at, number);
        const std::string complaint = complaint_about(changed);
        if (complaint.empty()) {
          Session session = Session::from_checkpoint(changed);
          use(session, state);
        } else {
          EXPECT_EQ(fields.count(field_in(complaint)), 1U) << name << ": " << complaint;
          // Not for its length, which any vector refuses.
          refused = refused || (field_in(complaint) == name &&
                                complaint.find(" where this run has ") == std::string::npos);
        }
      }
    }
    if (!refused && !takes_any(name)) never_refused.insert(name);
  }
  EXPECT_EQ(never_refused, std::set<std::string>());
}

/// For every algorithm the first task of each kind that it accepts.
std::vector<Task> all_tasks() {
  std::vector<Task> tasks;
  for (const auto& algorithm : algorithms()) {
    std::set<bool> kinds;
    for (const auto& entry : own_environments) {
      const TaskShape shape = task_shape(entry.make(*entry.make_config())->info());
      if (!algorithm.accepts(shape).empty() || !kinds.insert(shape.discrete).second) continue;
      tasks.push_back({entry.id.c_str(), algorithm.id});
    }
    EXPECT_FALSE(kinds.empty()) << algorithm.id << " has no task";
  }
  return tasks;
}

INSTANTIATE_TEST_SUITE_P(EveryAlgorithm, Hostile, testing::ValuesIn(all_tasks()),
                         [](const auto& each) {
                           return std::string(each.param.environment) + "_" + each.param.algorithm;
                         });

struct Forgery {
  Task task;
  const char* field;
  std::size_t at;  ///< within the field
  Bytes number;
  const char* complaint;
};

TEST(HostileRuns, SayWhichFieldIsWrong) {
  constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
  const Task sac{"pendulum", "sac"}, dpg{"pendulum", "dpg"}, dqn{"cart_pole", "dqn"};
  const Task a2c{"cart_pole", "a2c"}, reinforce{"cart_pole", "reinforce"};
  const Task tabular{"gridworld", "tabular_q"};
  const std::vector<double> wall{1, 1};  // of the 4 by 3 world
  Bytes wall_bytes(2 * sizeof(double));
  std::memcpy(wall_bytes.data(), wall.data(), wall_bytes.size());
  const Forgery forgeries[] = {
      {dqn, "replay.action", 0, scalar(40000.0), "40000 is not one of 0..1"},
      {dqn, "replay.action", 0, scalar(0.5), "0.5 is not one of 0..1"},
      {dqn, "replay.discount_mask", 0, scalar(0.5), "0.5 is not one of 0..1"},
      {dqn, "held", 8, scalar(40000.0), "40000 is not one of 0..1"},
      {dqn, "waited", 0, bytes_of(kMost), "2147483647 is not one of 0..9999"},
      {dqn, "steps_explored", 0, bytes_of(std::int64_t{-1}),
       "-1 is not one of 0..9007199254740992"},
      {dqn, "target_updates", 0, bytes_of(10000), "10000 is not one of 0..9999"},
      {dpg, "critic_updates", 0, bytes_of(10), "10 is not one of 0..9"},
      {dpg, "correlated", 8, scalar(NAN), "nan is not a finite number"},
      {sac, "held", 8, scalar(1.5), "1.5 is outside [-1, 1]"},
      {sac, "held_for", 0, bytes_of(1), "1 is not one of 0..0"},
      {sac, "replay.size", 0, bytes_of(101), "101 is not one of 0..100"},
      {sac, "replay.next", 0, bytes_of(29), "not behind the last transition"},
      {sac, "temperature.alpha", 0, bytes_of(-1.0), "-1 is less than 0"},
      {sac, "actor.adam.beta1_power", 0, bytes_of(1.5), "1.5 is outside [0, 1]"},
      {sac, "actor.adam.v", 8, scalar(-1.0), "-1 is less than 0"},
      {sac, "metrics.count", 0, bytes_of(std::int64_t{-1}), "-1 is not one of "},
      {sac, "stream.state", 0, Bytes(32), "would draw zeros for ever"},
      {sac, "viewer.state", 8, bytes_of(1e6), "1e+06 is outside [-100000, 100000]"},
      {sac, "viewer.length", 0, bytes_of(201), "201 is not one of 0..200"},
      {sac, "viewer.steps", 0, bytes_of(2), "not as many as its length"},
      {sac, "steps", 0, bytes_of(std::int64_t{-1}), "-1 is not one of 0..9007199254740992"},
      {sac, "recent_count", 0, bytes_of(20), "not as many as episodes"},
      {sac, "place.state", 8, bytes_of(std::nan("")), "nan is not a finite number"},
      {sac, "place.length", 0, bytes_of(200), "200 is not one of 0..199"},
      {a2c, "rollout.size", 0, bytes_of(60), "60 is not one of 0..59"},
      {a2c, "rollout.action", 0, scalar(40000.0), "40000 is not one of 0..1"},
      {a2c, "rollout.terminated", 0, Bytes{2}, "2 is not one of 0..1"},
      {reinforce, "rollout_episodes", 0, bytes_of(kMost), "not as many as ended in the rollout"},
      {reinforce, "rollout.action", 0, scalar(-1.0), "-1 is not one of 0..1"},
      {tabular, "place.state", 8, wall_bytes, "loading it leads to another state"},
  };
  std::string config;
  Bytes whole;
  Extents fields;
  for (const auto& [task, field, at, number, expected] : forgeries) {
    if (task.config() != config) {
      config = task.config();
      whole = task.saved();
      fields = fields_of(whole);
    }
    ASSERT_EQ(fields.count(field), 1U) << field;
    const std::string complaint =
        complaint_about(with(whole, fields.at(field).back().first + at, number));
    const std::string start = std::string("checkpoint: ") + field + ": " + expected;
    EXPECT_EQ(complaint.substr(0, start.size()), start) << config;
  }
}

TEST(HostileRuns, ATextThatIsNoneIsRefused) {
  const Task task{"pendulum", "sac"};
  const Bytes whole = task.saved();
  // Where the status is empty, a longer one pushes all else out of place.
  const std::size_t at = fields_of(whole).at("status").front().first;
  EXPECT_EQ(complaint_about(with(whole, at, bytes_of(std::uint64_t{1} << 40))),
            "checkpoint: status: longer than 1000 characters");
}

/// Counters that wait for something may be beyond what they wait for, once that was tuned.
TEST(HonestRuns, LoadAfterEveryLiveChange) {
  struct Change {
    Task task;
    const char* before;
    const char* after;
  };
  for (const auto& [task, before, after] :
       {Change{{"pendulum", "sac"}, "sac.steps_per_iteration=100", "sac.steps_per_iteration=1"},
        Change{{"cart_pole", "dqn"}, "dqn.target_interval=100", "dqn.target_interval=1"},
        Change{{"pendulum", "dpg"}, "dpg.policy_delay=10", "dpg.policy_delay=1"},
        Change{{"bandit", "reinforce"},
               "reinforce.episodes_per_update=64",
               "reinforce.episodes_per_update=1"}}) {
    Session session(task.config());
    session.tune(before);
    session.train(29, kForever);
    session.tune(after);
    Session resumed = Session::from_checkpoint(session.save());
    for (auto* each : {&session, &resumed}) each->train(30, kForever);
    EXPECT_EQ(resumed.digest(), session.digest()) << after;
  }
}

/// Between two looks at its parameters a run that has diverged is well by its status.
TEST(HonestRuns, LoadWhileTheyDiverge) {
  for (const auto& [task, weight] : {std::pair{Task{"pendulum", "sac"}, "actor.theta"},
                                     {{"pendulum", "dpg"}, "critics.theta"},
                                     {{"lqr", "a2c"}, "actor.theta"},
                                     {{"cart_pole", "dqn"}, "critic.theta"},
                                     {{"gridworld", "tabular_q"}, "table"},
                                     {{"pendulum", "reinforce"}, "actor.theta"},
                                     {{"cart_pole", "sac_discrete"}, "critics.theta"}}) {
    const Bytes whole = task.saved();
    // A table has no length before it.
    const std::size_t at = fields_of(whole).at(weight).back().first + kLength;
    Session session = Session::from_checkpoint(with(whole, at, scalar(NAN)));
    bool well = true;
    for (int step = 0; step < 70; ++step) {
      session.train(1, kForever);
      well = well && session.status().empty();
      if (step % 16 != 0) continue;
      const Bytes saved = session.save();
      Session resumed = Session::from_checkpoint(saved);
      EXPECT_EQ(resumed.save(), saved) << task.config() << " after " << step;
      EXPECT_EQ(resumed.status(), session.status());
    }
    EXPECT_FALSE(well) << task.config();
  }
}

}  // namespace
}  // namespace acp
