#include "core/base/trace.h"

#include <cmath>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/algo/algorithm.h"
#include "core/base/json.h"
#include "support/traces.h"

namespace acp {
namespace {

/// Besides the presets: what none of them does.
const std::vector<std::string> kFurther{
    "preset=pendulum-sac-score-function&sac.baseline=value",
    "preset=pendulum-q-actor-critic&q_actor_critic.estimator=reparameterization",
    "preset=cart-pole-sac-discrete&sac_discrete.estimator=gumbel_softmax",
    "preset=cart-pole-sac-discrete-score-function&sac_discrete.baseline=value",
    "preset=cart-pole-dqn&dqn.double_q=true",
    "preset=cart-pole-reinforce&reinforce.baseline=mean",
    "preset=gridworld-q-learning&tabular_q.target=expectation",
};

std::vector<std::string> configurations() {
  std::vector<std::string> all = kFurther;
  for (const auto& preset : presets()) all.push_back("preset=" + std::string(preset.id));
  for (auto& each : all) each += "&evaluate_every=0&probe_every=0";
  return all;
}

const AlgorithmEntry& entry_of(const std::string& id) {
  for (const auto& entry : algorithms()) {
    if (id == entry.id) return entry;
  }
  throw std::out_of_range(id);
}

using Declared = std::set<std::pair<std::string, std::string>>;

Declared declared(const AlgorithmEntry& entry) {
  Declared all;
  for (const auto& line : entry.lines) {
    for (const auto& quantity : line.quantities) all.insert({line.id, quantity.name});
  }
  return all;
}

TEST(Trace, ChangesNothingOfTheRun) {
  for (const auto& config : configurations()) {
    SCOPED_TRACE(config);
    Session traced(config), trained(config);
    for (int i = 0; i < 3; ++i) traced.trace();
    trained.train(traced.environment_steps(), kForever);
    EXPECT_EQ(traced.digest(), trained.digest());
    EXPECT_EQ(traced.updates(), trained.updates());
    for (Session* each : {&traced, &trained}) each->train(50, kForever);
    EXPECT_EQ(traced.digest(), trained.digest());
  }
}

/// Rows are as long as the batch; those of the step that was taken have one number.
void expect_whole(const nlohmann::json& trace, const nlohmann::json& entry) {
  const auto columns = entry.at("line") == "act" ? 1 : trace.at("batch").get<std::size_t>();
  const auto& rows = entry.at("values");
  EXPECT_EQ(rows.size() % entry.at("components").get<std::size_t>(), 0u) << entry;
  for (const auto& row : rows) EXPECT_EQ(row.size(), columns) << entry;
}

TEST(Trace, SaysWhatItsLinesDeclareAndAllOfThat) {
  std::map<std::string, Declared> seen;
  for (const auto& config : configurations()) {
    SCOPED_TRACE(config);
    Session session(config);
    const auto trace = nlohmann::json::parse(session.trace());
    const AlgorithmEntry& entry = entry_of(trace.at("algorithm"));
    const Declared known = declared(entry);
    for (const auto& each : trace.at("entries")) {
      const auto place = std::pair<std::string, std::string>(each.at("line"), each.at("name"));
      EXPECT_TRUE(known.contains(place)) << each;
      seen[entry.id].insert(place);
      if (each.contains("values")) expect_whole(trace, each);
    }
  }
  for (const auto& entry : algorithms()) EXPECT_EQ(seen[entry.id], declared(entry)) << entry.id;
}

TEST(Trace, EntriesComeInTheOrderOfTheLines) {
  for (const auto& config : configurations()) {
    SCOPED_TRACE(config);
    Session session(config);
    const auto trace = nlohmann::json::parse(session.trace());
    const AlgorithmEntry& entry = entry_of(trace.at("algorithm"));
    std::size_t at = 0;
    for (const auto& each : trace.at("entries")) {
      while (at < entry.lines.size() && each.at("line") != entry.lines[at].id) ++at;
      EXPECT_LT(at, entry.lines.size()) << each;
    }
  }
}

TEST(Trace, LinesAreThoseOfTheirAlgorithm) {
  for (const auto& entry : algorithms()) {
    SCOPED_TRACE(entry.id);
    std::set<std::string> ids;
    auto phase = TracePhase::act;
    for (const auto& line : entry.lines) {
      EXPECT_TRUE(ids.insert(line.id).second) << line.id;
      EXPECT_GE(line.phase, phase) << line.id;
      phase = line.phase;
      EXPECT_STRNE(line.text, "");
      std::set<std::string> names;
      for (const auto& quantity : line.quantities) {
        EXPECT_TRUE(names.insert(quantity.name).second) << quantity.name;
        EXPECT_STRNE(quantity.symbol, "");
        EXPECT_EQ(std::string(quantity.help).back(), '.') << quantity.help;
      }
      if (*line.when == '\0') continue;
      const std::string when = line.when;
      const auto config = entry.make_config();
      const auto split = when.find('=');
      EXPECT_EQ(set_parameter(*config, when.substr(0, split), when.substr(split + 1)), "");
    }
  }
}

TEST(Trace, IsOfTheLastUpdateOfItsStep) {
  Session session = quick_session("sac.updates_per_iteration=3&sac.steps_per_iteration=2");
  session.train(100, kForever);
  const std::int64_t before = session.updates();
  const ReadTrace trace(session.trace());
  EXPECT_EQ(session.updates(), before + 3);
  EXPECT_EQ(trace.json().at("updates"), before + 2);
  EXPECT_EQ(trace.json().at("environment_steps"), session.environment_steps());
  EXPECT_EQ(trace.number("critic", "adam", "step"), session.updates());
}

TEST(Trace, RefusesARunThatHasStopped) {
  Session session = poisoned();
  session.train(100, kForever);
  ASSERT_NE(session.status(), "");
  try {
    session.trace();
    ADD_FAILURE();
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(error.what(), session.status());
  }
}

TEST(Trace, HasNullsWhereARunDiverges) {
  Session session = poisoned();
  const ReadTrace trace(session.trace());
  EXPECT_TRUE(trace.entry("target", "y").at("values").at(0).at(0).is_null());
  EXPECT_TRUE(trace.entry("critic", "loss").at("value").is_null());
}

constexpr TraceQuantity kFirst[] = {{"x", "x", "A."}, {"y", "y", "B."}};
constexpr TraceQuantity kSecond[] = {{"x", "x", "A."}, {"z", "z", "C.", TraceOf::batch}};
constexpr TraceLine kLines[] = {
    {.id = "act", .phase = TracePhase::act, .text = "act", .quantities = kFirst},
    {.id = "first", .phase = TracePhase::critic, .text = "one", .quantities = kFirst},
    {.id = "second", .phase = TracePhase::actor, .text = "two", .quantities = kSecond}};

std::string written(const Trace& trace) {
  JsonWriter json;
  trace.describe(json);
  return json.take();
}

TEST(Trace, ANumberBelongsToTheNextLineThatDeclaresIt) {
  Trace trace(kLines);
  const TraceSink sink(trace);
  sink.next("x", 0.5);
  sink.begin_update(2);
  const Buffer pair{1, 2};
  sink.sample("x", pair);
  sink.sample("unheard", pair);
  sink.batch("z", 3);
  sink.sample("x", pair);
  EXPECT_EQ(written(trace), R"([{"line":"act","name":"x","components":1,"values":[[0.5]]},)"
                            R"({"line":"first","name":"x","components":1,"values":[[1,2]]},)"
                            R"({"line":"second","name":"z","value":3},)"
                            R"({"line":"second","name":"x","components":1,"values":[[1,2]]}])");
  sink.begin_update(1);
  EXPECT_EQ(written(trace), R"([{"line":"act","name":"x","components":1,"values":[[0.5]]}])");
}

TEST(Trace, PartsOfABatchAreOneRowAndFurtherBatchesFurtherRows) {
  Trace trace(kLines);
  const TraceSink sink(trace);
  sink.begin_update(3);
  Matrix two(2, 2), one(2, 1);
  for (int j = 0; j < 2; ++j) two(0, j) = static_cast<Scalar>(j), two(1, j) = 10;
  sink.sample("x", two);
  sink.next("y", 7);
  sink.sample("x", one);
  for (int i = 0; i < 5; ++i) sink.next("y", i);
  EXPECT_EQ(written(trace),
            R"([{"line":"first","name":"x","components":2,"values":[[0,1,0],[10,10,0]]},)"
            R"({"line":"first","name":"y","components":1,"values":[[7,0,1],[2,3,4]]}])");
}

TEST(Trace, NumbersOfNetworksReadBackAsTheyWere) {
  Trace trace(kLines);
  const TraceSink sink(trace);
  sink.begin_update(1);
  const Scalar third = Scalar(1) / 3;
  sink.next("x", third);
  sink.next("y", NAN);
  sink.batch("z", 1e-3);
  const auto entries = nlohmann::json::parse(written(trace));
  EXPECT_EQ(static_cast<Scalar>(entries[0].at("values")[0][0].get<double>()), third);
  EXPECT_TRUE(entries[1].at("values")[0][0].is_null());
  EXPECT_EQ(entries[2].at("value").get<double>(), 1e-3);
}

}  // namespace
}  // namespace acp
