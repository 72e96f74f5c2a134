#include "core/session/session.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/base/statistics.h"
#include "core/session/frame.h"
#include "core/session/moment.h"
#include "core/session/policy.h"
#include "core/session/viewer.h"

namespace acp {
namespace {

constexpr std::uint32_t kCheckpointMagic = 0x43504341;  // "ACPC"
constexpr std::uint32_t kCheckpointVersion = 3;
/// Environment steps between looks at the parameters for numbers that are not finite.
constexpr int kHealthCheckEvery = 64;
/// Episodes in the mean that the status shows.
constexpr std::size_t kRecentEpisodes = 20;
/// More than any run reaches, and far from overflow.
constexpr std::int64_t kLargestCount = std::int64_t{1} << 53;

constexpr const char* kDamaged = "checkpoint: the state of the run is damaged";

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

class Session::Run {
 public:
  explicit Run(RunConfig config)
      : config_(std::move(config)),
        environment_(make_environment()),
        shape_(task_shape(environment_->info())),
        algorithm_(make_algorithm()),
        stream_(seed(), Stream::environment),
        observer_(info(), normalise()),
        next_observation_(shape_.observation_size, 1),
        action_(shape_.action_width(), 1),
        applied_(static_cast<std::size_t>(shape_.action_width())),
        metrics_(algorithm_->metrics().size()),
        viewer_(make_environment(), *algorithm_, seed(), normalise()),
        evaluation_(*environment_, *algorithm_, environment_->evaluation_states(), normalise()) {
    for (int i = 0; i < algorithm_->environments(); ++i) {
      places_.push_back({environment_->clone(), Matrix(shape_.observation_size, 1)});
      places_.back().environment->reset(stream_);
      observe(places_.back());
    }
  }

  std::int64_t train(std::int64_t max_steps, double max_milliseconds) {
    const auto start = Clock::now();
    const double seconds_before = seconds_;
    std::int64_t taken = 0;
    while (taken < max_steps && status_.empty()) {
      step();
      ++taken;
      const double elapsed = seconds_since(start);
      seconds_ = seconds_before + elapsed;
      report();
      if (elapsed * 1000 >= max_milliseconds) break;
    }
    return taken;
  }

  void watch(int steps, bool stochastic) {
    for (int i = 0; i < steps && status_.empty(); ++i) viewer_.step(stochastic);
  }
  void drag(double x, double y) {
    if (!std::isfinite(x) || !std::isfinite(y)) throw ConfigError("drag: not a finite point");
    viewer_.drag(x, y);
  }
  void kick(double strength) { viewer_.kick(std::clamp(strength, -1.0, 1.0)); }

  std::span<const float> frame() {
    const double mean = recent_count_ == 0 ? NAN : mean_recent();
    const std::array status{static_cast<float>(steps_),
                            static_cast<float>(updates_),
                            static_cast<float>(episodes_),
                            static_cast<float>(seconds_),
                            status_.empty() ? 0.0f : 1.0f,
                            static_cast<float>(recent_count_ == 0 ? NAN : last_return_),
                            static_cast<float>(mean),
                            static_cast<float>(viewer_.total_reward()),
                            static_cast<float>(viewer_.length())};
    packer_.begin(2 + FrameRows::kSections);
    packer_.section(FramePacker::kStatus, status, static_cast<int>(status.size()));
    packer_.section(FramePacker::kDraw, viewer_.draw(), static_cast<int>(info().draw.size()));
    frame_rows_.pack(packer_, metrics_.size(), probes().size());
    return packer_.finish();
  }

  std::span<const float> field(const FieldAxes& axes) {
    pack_field(axes, *environment_, viewer_.state(), *algorithm_, normalise(), packer_);
    return packer_.finish();
  }

  void tune(std::string_view changes) {
    RunConfig changed = config_.with_live_changes(changes);
    entry().tune(*algorithm_, changed.algorithm());
    probe_.reset();
    config_ = std::move(changed);
  }

  std::vector<Episode> evaluate(const std::vector<std::vector<double>>& states) const {
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (auto complaint = check_state(info(), states[i]); !complaint.empty()) {
        throw ConfigError("states, state " + std::to_string(i + 1) + ": " + complaint);
      }
    }
    if (states.empty()) throw ConfigError("states: at least one start state is needed");
    Evaluation evaluation(*environment_, *algorithm_, states, normalise());
    const auto episodes = evaluation.run();
    return {episodes.begin(), episodes.end()};
  }

  std::vector<std::uint8_t> save() {
    Writer writer;
    auto magic = kCheckpointMagic;
    auto version = kCheckpointVersion;
    auto scalar_size = static_cast<std::uint32_t>(sizeof(Scalar));
    auto config = config_.print();
    writer(magic, version, scalar_size, config);
    archive(writer);
    algorithm_->save(writer);
    return sealed(writer.take());
  }
  void load(Reader& reader) {
    archive(reader);
    algorithm_->load(reader);
    reader.expect_end();
    for (auto& place : places_) observe(place);
  }

  Laboratory laboratory(std::string_view task) const {
    return open_moment(task, *environment_, *algorithm_, config_.run(), {steps_, updates_});
  }

  std::string policy() const {
    return describe_policy(algorithm_->policy(), info(), {config_.print(), steps_, normalise()});
  }

  const RunConfig& config() const { return config_; }
  const Environment& environment() const { return *environment_; }
  const Algorithm& algorithm() const { return *algorithm_; }
  std::span<const Option> probes() const { return probed_estimators(entry().head); }
  const std::string& status() const { return status_; }
  std::int64_t steps() const { return steps_; }
  std::int64_t updates() const { return updates_; }
  void listen(Listener* listener) { listener_ = listener != nullptr ? listener : &frame_rows_; }

 private:
  /// One of the environments that are learned from in turns, and its episode so far.
  struct Place {
    std::unique_ptr<Environment> environment;
    Matrix observation;
    double episode_return = 0;
    int episode_length = 0;
  };

  const EnvironmentInfo& info() const { return environment_->info(); }
  bool normalise() const { return config_.run().normalise_observations; }
  std::uint64_t seed() const { return static_cast<std::uint64_t>(config_.run().seed); }

  const AlgorithmEntry& entry() const {
    return algorithms()[static_cast<std::size_t>(config_.run().algorithm)];
  }
  std::unique_ptr<Environment> make_environment() const {
    return environments()[static_cast<std::size_t>(config_.run().environment)].make(
        config_.environment());
  }
  std::unique_ptr<Algorithm> make_algorithm() const {
    return entry().make(config_.algorithm(), shape_, seed());
  }

  void observe(Place& place) { observer_.observe(*place.environment, place.observation.col(0)); }

  void step() {
    Place& place = places_[static_cast<std::size_t>(steps_) % places_.size()];
    algorithm_->explore(place.observation, action_);
    ActionScale(info().action).to_environment(action_.col(0), applied_);
    const StepResult result = place.environment->step(applied_, stream_);
    observer_.observe(*place.environment, next_observation_.col(0));
    place.episode_return += result.reward;
    ++place.episode_length;
    const bool truncated = !result.terminated && place.episode_length >= info().time_limit;
    const auto column = [](const Matrix& m) {
      return std::span(m.col(0), static_cast<std::size_t>(m.rows()));
    };
    made_ = algorithm_->learn(
        {.observation = column(place.observation),
         .action = column(action_),
         .reward = static_cast<Scalar>(config_.run().reward_scale * result.reward),
         .next_observation = column(next_observation_),
         .terminated = result.terminated,
         .truncated = truncated});
    updates_ += made_;
    ++steps_;
    if (result.terminated || truncated) {
      ended_ = {place.episode_return, place.episode_length};
      place.episode_return = 0;
      place.episode_length = 0;
      place.environment->reset(stream_);
      observe(place);
    } else {
      std::swap(place.observation, next_observation_);
    }
  }

  void report() {
    if (ended_) end_episode();
    const int evaluate_every = config_.run().evaluate_every;
    if (steps_ % kHealthCheckEvery == 0) check_health();
    if (evaluate_every > 0 && steps_ % evaluate_every == 0) evaluate_now();
    if (steps_ % config_.run().diagnostics_every == 0) diagnose();
    const int probe_every = config_.run().probe_every;
    if (probe_every > 0 && updates_ % probe_every < made_) probe();
  }

  void end_episode() {
    const auto [total_reward, length] = *ended_;
    ended_.reset();
    last_return_ = total_reward;
    recent_returns_[static_cast<std::size_t>(episodes_) % kRecentEpisodes] = total_reward;
    recent_count_ = std::min(recent_count_ + 1, static_cast<int>(kRecentEpisodes));
    ++episodes_;
    listener_->episode({steps_, updates_, seconds_, total_reward, length});
  }

  void evaluate_now() {
    Moments returns;
    for (const auto& episode : evaluation_.run()) returns.add(episode.total_reward);
    const double deviation = returns.count() > 1 ? returns.standard_deviation() : 0;
    const auto count = static_cast<int>(returns.count());
    listener_->evaluation({steps_, updates_, seconds_, returns.mean(), deviation, count});
  }

  void diagnose() {
    algorithm_->take_metrics(metrics_);
    listener_->diagnostics({steps_, updates_, seconds_, metrics_});
  }

  void probe() {
    if (!probe_) {
      const auto problem = algorithm_->gradient_problem();
      if (!problem) return;
      probe_.emplace(*problem);
    }
    const auto readings = probe_->measure(seed(), updates_);
    listener_->probe({steps_, updates_, seconds_, readings});
  }

  void check_health() {
    const std::string what = algorithm_->non_finite();
    if (what.empty()) return;
    status_ = "Diverged: " + what + " is no longer a finite number at environment step " +
              std::to_string(steps_) +
              ". Usual causes: a learning rate that is too large, a target network that follows "
              "too fast, or rewards on a large scale.";
  }

  double mean_recent() const {
    double sum = 0;
    for (int i = 0; i < recent_count_; ++i) sum += recent_returns_[static_cast<std::size_t>(i)];
    return sum / recent_count_;
  }

  template <class Archive>
  void archive(Archive& archive) {
    archive(stream_, viewer_, steps_, updates_, episodes_, seconds_, last_return_, recent_returns_,
            recent_count_, status_);
    for (auto& place : places_) this->archive(place, archive);
    if constexpr (Archive::kReading) {
      const auto count = [](std::int64_t n) { return n >= 0 && n <= kLargestCount; };
      const bool counted = count(steps_) && count(updates_) && count(episodes_) && seconds_ >= 0 &&
                           recent_count_ >= 0 && recent_count_ <= static_cast<int>(kRecentEpisodes);
      if (!counted) throw std::invalid_argument(kDamaged);
    }
  }

  template <class Archive>
  void archive(Place& place, Archive& archive) {
    const auto now = place.environment->state();
    std::vector<double> state(now.begin(), now.end());
    archive(state, place.episode_return, place.episode_length);
    if constexpr (Archive::kReading) {
      const bool finite =
          std::all_of(state.begin(), state.end(), [](double x) { return std::isfinite(x); });
      if ((!finite && status_.empty()) || place.episode_length < 0 ||
          place.episode_length >= info().time_limit) {
        throw std::invalid_argument(kDamaged);
      }
      place.environment->set_state(state);
    }
  }

  RunConfig config_;
  std::unique_ptr<Environment> environment_;
  TaskShape shape_;
  std::unique_ptr<Algorithm> algorithm_;
  Rng stream_;
  Observer observer_;
  std::vector<Place> places_;
  Matrix next_observation_;
  Matrix action_;
  std::vector<double> applied_;
  std::vector<double> metrics_;
  Viewer viewer_;
  Evaluation evaluation_;
  std::optional<GradientProbe> probe_;

  std::int64_t steps_ = 0;
  std::int64_t updates_ = 0;
  int made_ = 0;  ///< updates, by the step just taken
  std::int64_t episodes_ = 0;
  double seconds_ = 0;
  std::optional<Episode> ended_;  ///< by the step just taken
  double last_return_ = 0;
  std::array<double, kRecentEpisodes> recent_returns_{};
  int recent_count_ = 0;
  std::string status_;

  FrameRows frame_rows_;
  Listener* listener_ = &frame_rows_;
  FramePacker packer_;
};

Session::Session(std::string_view config) : run_(std::make_unique<Run>(RunConfig::parse(config))) {}
Session::Session(std::unique_ptr<Run> run) : run_(std::move(run)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session Session::from_checkpoint(std::span<const std::uint8_t> checkpoint) {
  Reader reader(checkpoint);
  std::uint32_t magic = 0, version = 0, scalar_size = 0;
  std::string config;
  if (checkpoint.size() >= sizeof magic) reader(magic);
  if (magic != kCheckpointMagic) {
    throw std::invalid_argument("checkpoint: this is not a checkpoint of the playground");
  }
  reader(version);
  if (version != kCheckpointVersion) {
    throw std::invalid_argument("checkpoint: version " + std::to_string(version) +
                                " is not the version " + std::to_string(kCheckpointVersion) +
                                " that this build reads");
  }
  reader = Reader(unsealed(checkpoint));
  reader(magic, version, scalar_size, config);
  if (scalar_size != sizeof(Scalar)) {
    throw std::invalid_argument("checkpoint: written with another precision");
  }
  auto run = std::make_unique<Run>(RunConfig::parse(config));
  run->load(reader);
  return Session(std::move(run));
}

std::int64_t Session::train(std::int64_t max_steps, double max_milliseconds) {
  return run_->train(max_steps, max_milliseconds);
}
void Session::watch(int steps, bool stochastic) { run_->watch(steps, stochastic); }
void Session::kick(double strength) { run_->kick(strength); }
void Session::drag(double x, double y) { run_->drag(x, y); }
std::span<const float> Session::frame() { return run_->frame(); }
std::span<const float> Session::field(const FieldAxes& axes) { return run_->field(axes); }
void Session::tune(std::string_view changes) { run_->tune(changes); }
std::string Session::config() const { return run_->config().print(); }
std::string Session::status() const { return run_->status(); }
std::int64_t Session::environment_steps() const { return run_->steps(); }
std::int64_t Session::updates() const { return run_->updates(); }
std::span<const MetricInfo> Session::metrics() const { return run_->algorithm().metrics(); }
std::span<const Option> Session::probes() const { return run_->probes(); }
void Session::listen(Listener* listener) { run_->listen(listener); }
Laboratory Session::laboratory(std::string_view task) const { return run_->laboratory(task); }
std::string Session::policy() const { return run_->policy(); }
std::vector<std::uint8_t> Session::save() const { return run_->save(); }

std::string Session::digest() const {
  Digest digest;
  run_->algorithm().digest(digest);
  return digest.hex();
}

std::vector<Episode> Session::evaluate(const std::vector<std::vector<double>>& states) const {
  return run_->evaluate(states);
}
std::vector<Episode> Session::evaluate() const {
  return run_->evaluate(run_->environment().evaluation_states());
}

}  // namespace acp
