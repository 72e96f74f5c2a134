#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exact/process.h"
#include "core/lab/laboratory.h"
#include "core/session/config.h"
#include "core/session/evaluation.h"
#include "core/session/field.h"
#include "core/session/frozen_returns.h"
#include "core/session/rows.h"

namespace acp {

/// One run: an environment, an algorithm, everything random in it, and a viewer. The page, the
/// command line and the tests all use this and nothing below it. One thread at a time.
///
/// An environment that fails stops the run, as `status` says, where the run or the viewer acts: in
/// `train`, `watch`, `kick`, `drag` and `frame`. What else asks something of an environment throws
/// its `EnvironmentError`, and the run is as it was: the constructor, `from_checkpoint`, `field`,
/// `evaluate`, `laboratory`, `save`.
class Session {
 public:
  /// Throws `ConfigError`, or `std::runtime_error` where there is not memory enough.
  explicit Session(std::string_view config);
  /// Throws `std::invalid_argument` if the bytes are not a checkpoint.
  static Session from_checkpoint(std::span<const std::uint8_t> checkpoint);
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  /// Trains until `max_steps` environment steps or `max_milliseconds` have passed, at least one
  /// step unless `max_steps` is 0. Returns the steps taken: fewer than asked once the time is up or
  /// the run has stopped.
  std::int64_t train(std::int64_t max_steps, double max_milliseconds);
  /// Trains on until a step after which updates were made, and tells what the last of them
  /// computed, as JSON (docs/trace.md). The run is then as `train` would have left it. Throws
  /// `std::runtime_error` if it stops, or has stopped, before that.
  std::string trace();
  /// Advances the viewer: the current policy in an environment and a stream of its own, with its
  /// most likely action or, if `stochastic`, one drawn from it.
  void watch(int steps, bool stochastic = false);
  /// Pushes the viewer's environment, -1 to 1 of the largest push.
  void kick(double strength);
  /// Drags what can be dragged in the viewer's environment to a point of its drawing.
  void drag(double x, double y);
  /// Everything to draw, and what has changed in the rows since the last call, packed
  /// (docs/boundary.md). Valid until the next call.
  std::span<const float> frame();
  /// What critic and policy say over two axes, the rest of the state being the viewer's; packed
  /// likewise. Throws `ConfigError`.
  std::span<const float> field(const FieldAxes& axes);
  /// What they say of actions, along one dimension or with -1 of every choice, in a state given as
  /// the networks see it; packed likewise. Throws `ConfigError`.
  std::span<const float> look(std::span<const double> observation, int dimension);

  /// Changes live parameters, all or none. Throws `ConfigError`.
  void tune(std::string_view changes);
  std::string config() const;
  /// "" while healthy; after divergence, or once an environment has failed, a sentence for people.
  std::string status() const;
  /// What the checkpoint it comes from could not hold, in a sentence; else "", and the run goes on
  /// bit for bit.
  std::string unresumed() const;
  /// 16 hexadecimal digits over all parameters, targets included.
  std::string digest() const;
  std::int64_t environment_steps() const;
  std::int64_t updates() const;

  /// The policy from given start states, in the environment's `state` layout: its most likely
  /// actions or, if `stochastic`, actions drawn from it, the same ones every time; a policy that
  /// has no distribution has nothing to draw. Throws `ConfigError` for a state of the wrong size or
  /// with a number that is not finite.
  std::vector<Episode> evaluate(const std::vector<std::vector<double>>& states,
                                ProgressListener* progress = nullptr,
                                bool stochastic = false) const;
  /// The same from the environment's own evaluation states.
  std::vector<Episode> evaluate(ProgressListener* progress = nullptr,
                                bool stochastic = false) const;

  /// The gradient lab on the run as it is now: `objective=critic&states=replay&batch=32`
  /// (docs/boundary.md). It refers to this session, which must outlive it and not train meanwhile.
  /// Throws `std::invalid_argument`.
  Laboratory laboratory(std::string_view task) const;

  /// The process of its environment and the policy as it is now: `gamma=0.9&temperature=0.1`
  /// (docs/boundary.md). Throws `std::invalid_argument`.
  ChosenProcess finite_process(std::string_view task) const;

  /// Returns that trust the critic as it is now: `states=16&rollouts=64` (docs/boundary.md). It
  /// refers to this session, which must outlive it and not train meanwhile. Throws
  /// `std::invalid_argument`.
  FrozenReturns returns(std::string_view task) const;

  /// The policy as JSON (docs/policy-weights.md). Throws `std::invalid_argument` if a weight is not
  /// finite.
  std::string policy() const;
  /// The same as the bytes of a file of ONNX.
  std::string policy_onnx() const;

  /// Names of the columns of `DiagnosticsRow::metrics`.
  std::span<const MetricInfo> metrics() const;
  /// What `ProbeRow::readings` are of.
  std::span<const Option> probes() const;
  /// Hears of rows from now on, instead of `frame`; null to stop.
  void listen(Listener* listener);

  std::vector<std::uint8_t> save() const;

 private:
  struct Run;
  std::unique_ptr<Run> run_;
};

}  // namespace acp
