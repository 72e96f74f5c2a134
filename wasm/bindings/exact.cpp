// The module of the exact laboratories (docs/boundary.md).
#include <optional>
#include <vector>

#include "bindings/arguments.h"
#include "core/exact/bootstrap_lab.h"
#include "core/exact/simplex.h"
#include "core/exact/surrogate_lab.h"
#include "core/session/session.h"
#include "core/session/table_values.h"

namespace {

using namespace acp::bindings;

constexpr double kLargestStep = 1e6;
constexpr double kLargestSeed = 2147483647;
constexpr double kMostEpisodes = 1e5;
constexpr double kMostCells = 100;  // along each side of a surface

std::vector<double> logits_argument(const val& argument, const char* name) {
  return numbers_argument(argument, name, -kLargestStep, kLargestStep);
}

std::optional<acp::Session> session_from(const val& checkpoint) {
  if (checkpoint.isNull()) return std::nullopt;
  return acp::Session::from_checkpoint(bytes_argument(checkpoint, "checkpoint"));
}

/// The bench of the surrogate, as JavaScript sees it.
class SurrogateHandle {
 public:
  SurrogateHandle(const val& task, const val& checkpoint)
      : lab_(guarded([&] {
          const std::string text = text_argument(task, "task");
          const auto session = session_from(checkpoint);
          return session ? acp::SurrogateLab(session->finite_process(text))
                         : acp::SurrogateLab(text);
        })) {}

  std::string describe() const {
    return guarded([&] { return lab_.describe(); });
  }
  void reset() { lab_.reset(); }
  void set_theta(const val& theta) {
    guarded([&] { lab_.set_theta(logits_argument(theta, "theta")); });
  }
  void set_behaviour(const val& theta) {
    guarded([&] { lab_.set_behaviour(logits_argument(theta, "behaviour")); });
  }
  void set_drawn(const val& direction) {
    guarded([&] { lab_.set_drawn(logits_argument(direction, "direction")); });
  }
  val theta() { return view(rows_ = lab_.theta()); }
  val line(const val& config, const val& etas) {
    return guarded([&] {
      rows_ = lab_.line(text_argument(config, "config"), steps(etas));
      return view(rows_);
    });
  }
  std::string at(const val& config, const val& eta) const {
    return guarded([&] { return lab_.at(text_argument(config, "config"), step(eta)); });
  }
  void move(const val& config, const val& eta) {
    guarded([&] { lab_.move(text_argument(config, "config"), step(eta)); });
  }
  std::string rollouts(const val& config, const val& eta, const val& most, const val& seed) const {
    return guarded([&] {
      return lab_.rollouts(text_argument(config, "config"), step(eta),
                           static_cast<int>(count_argument(most, "most", kMostNumbers, 1)),
                           static_cast<int>(count_argument(seed, "seed", kLargestSeed)));
    });
  }
  val estimate(const val& config, const val& etas, const val& episodes, const val& seed) {
    return guarded([&] {
      rows_ =
          lab_.estimate(text_argument(config, "config"), steps(etas),
                        static_cast<int>(count_argument(episodes, "episodes", kMostEpisodes, 1)),
                        static_cast<int>(count_argument(seed, "seed", kLargestSeed)));
      return view(rows_);
    });
  }
  std::string improve(const val& config) const {
    return guarded([&] { return lab_.improve(text_argument(config, "config")); });
  }
  std::string path(const val& config) const {
    return guarded([&] { return lab_.path(text_argument(config, "config")); });
  }
  std::string polytope() const {
    return guarded([&] { return lab_.polytope(); });
  }
  val surface(const val& count) {
    return guarded([&] {
      rows_ = lab_.surface(static_cast<int>(count_argument(count, "count", kMostCells, 1)));
      return view(rows_);
    });
  }

 private:
  static double step(const val& eta) { return number_argument(eta, "eta", 0, kLargestStep); }
  static std::vector<double> steps(const val& etas) {
    return numbers_argument(etas, "etas", 0, kLargestStep);
  }

  acp::SurrogateLab lab_;
  std::vector<double> rows_;
};

/// The bench of returns that bootstrap, as JavaScript sees it.
class BootstrapHandle {
 public:
  explicit BootstrapHandle(const val& task)
      : lab_(guarded([&] { return acp::BootstrapLab(text_argument(task, "task")); })) {}

  val n_steps(const val& error, const val& lengths) {
    return guarded([&] {
      std::vector<int> steps;
      for (const double n :
           numbers_argument(lengths, "lengths", 1, acp::BootstrapLab::kMostSteps)) {
        steps.push_back(static_cast<int>(n));
      }
      rows_ = lab_.n_steps(error_of(error), steps);
      return view(rows_);
    });
  }
  val lambdas(const val& error, const val& lambdas) {
    return guarded([&] {
      rows_ = lab_.lambdas(error_of(error), numbers_argument(lambdas, "lambdas", 0, 1));
      return view(rows_);
    });
  }

 private:
  static double error_of(const val& error) { return number_argument(error, "error", -10, 10); }

  acp::BootstrapLab lab_;
  std::vector<double> rows_;
};

/// A run that learns until it is frozen.
class RunHandle {
 public:
  explicit RunHandle(const val& config)
      : session_(guarded([&] { return acp::Session(text_argument(config, "config")); })) {}

  double train(const val& max_steps, const val& max_milliseconds) {
    return guarded([&] {
      const double steps = count_argument(max_steps, "maxSteps", kMostSteps);
      const double time =
          number_argument(max_milliseconds, "maxMilliseconds", 0, kMostMilliseconds);
      return static_cast<double>(session_.train(static_cast<std::int64_t>(steps), time));
    });
  }
  double steps() const { return static_cast<double>(session_.environment_steps()); }
  val save() {
    return guarded([&] {
      checkpoint_ = session_.save();
      return val(emscripten::typed_memory_view(checkpoint_.size(), checkpoint_.data()));
    });
  }

 private:
  acp::Session session_;
  std::vector<std::uint8_t> checkpoint_;
};

/// Returns of a frozen run, and that run.
class FrozenReturnsHandle {
 public:
  FrozenReturnsHandle(const val& config, const val& checkpoint)
      : session_(guarded([&] {
          return acp::Session::from_checkpoint(bytes_argument(checkpoint, "checkpoint"));
        })),
        returns_(guarded([&] { return session_.returns(text_argument(config, "config")); })) {}

  std::string config() const {
    return guarded([&] { return session_.config(); });
  }
  double steps() const { return static_cast<double>(session_.environment_steps()); }
  bool advance() {
    return guarded([&] { return returns_.advance(); });
  }
  val rows() {
    rows_.clear();
    for (const auto& row : returns_.rows()) {
      rows_.insert(rows_.end(),
                   {static_cast<double>(row.n), row.squared_bias, row.squared_bias_standard_error,
                    row.variance, row.variance_standard_error});
    }
    return view(rows_);
  }

 private:
  acp::Session session_;
  acp::FrozenReturns returns_;
  std::vector<double> rows_;
};

std::string simplex(const val& config) {
  return guarded([&] { return acp::describe_simplex(text_argument(config, "config")); });
}

std::string random_walk(const val& config) {
  return guarded([&] { return acp::describe_random_walk(text_argument(config, "config")); });
}

/// Rows of V of the policy and V of the best one; a view that is valid until the next call.
val table_values(const val& config, const val& policy, const val& alpha) {
  return guarded([&] {
    const auto values =
        acp::table_values(text_argument(config, "config"), numbers_argument(policy, "policy", 0, 1),
                          number_argument(alpha, "alpha", 0, kLargestStep));
    static std::vector<double> rows;
    rows.clear();
    for (Eigen::Index s = 0; s < values.best.size(); ++s) {
      rows.insert(rows.end(), {values.policy(s), values.best(s)});
    }
    return view(rows);
  });
}

std::string catalog() {
  acp::JsonWriter json;
  json.begin_object().key("surrogate");
  acp::describe_surrogate_lab(json);
  json.key("bootstrap");
  acp::describe_bootstrap_lab(json);
  return json.end_object().take();
}

}  // namespace

EMSCRIPTEN_BINDINGS(actor_critic_playground_exact) {
  emscripten::function("catalog", &catalog);
  emscripten::function("simplex", &simplex);
  emscripten::function("randomWalk", &random_walk);
  emscripten::function("tableValues", &table_values);
  emscripten::class_<SurrogateHandle>("Surrogate")
      .constructor<const val&, const val&>()
      .function("describe", &SurrogateHandle::describe)
      .function("reset", &SurrogateHandle::reset)
      .function("setTheta", &SurrogateHandle::set_theta)
      .function("setBehaviour", &SurrogateHandle::set_behaviour)
      .function("setDrawn", &SurrogateHandle::set_drawn)
      .function("theta", &SurrogateHandle::theta)
      .function("line", &SurrogateHandle::line)
      .function("at", &SurrogateHandle::at)
      .function("move", &SurrogateHandle::move)
      .function("rollouts", &SurrogateHandle::rollouts)
      .function("estimate", &SurrogateHandle::estimate)
      .function("improve", &SurrogateHandle::improve)
      .function("path", &SurrogateHandle::path)
      .function("polytope", &SurrogateHandle::polytope)
      .function("surface", &SurrogateHandle::surface);
  emscripten::class_<BootstrapHandle>("Bootstrap")
      .constructor<const val&>()
      .function("nSteps", &BootstrapHandle::n_steps)
      .function("lambdas", &BootstrapHandle::lambdas);
  emscripten::class_<RunHandle>("Run")
      .constructor<const val&>()
      .function("train", &RunHandle::train)
      .function("steps", &RunHandle::steps)
      .function("save", &RunHandle::save);
  emscripten::class_<FrozenReturnsHandle>("FrozenReturns")
      .constructor<const val&, const val&>()
      .function("config", &FrozenReturnsHandle::config)
      .function("steps", &FrozenReturnsHandle::steps)
      .function("advance", &FrozenReturnsHandle::advance)
      .function("rows", &FrozenReturnsHandle::rows);
}
