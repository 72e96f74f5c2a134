#pragma once

#include <array>
#include <string>

#include "core/session/session.h"

namespace acp::fuzz {

inline constexpr double kForever = 1e9;  ///< milliseconds

/// Small runs: every algorithm, every environment, and what else changes which state there is.
/// Inputs count them from 0: append only.
inline constexpr std::array kRuns{
    "environment=pendulum&algorithm=sac&sac.critics=2",
    "environment=reacher&algorithm=sac&sac.estimator=score_function&sac.baseline=leave_one_out"
    "&sac.action_samples=2&sac.tune_temperature=false&sac.warmup_hold=4&probe_every=8",
    "environment=cart_pole&algorithm=sac_discrete&normalise_observations=true",
    "environment=acrobot&algorithm=sac_discrete&sac_discrete.estimator=score_function",
    "environment=pendulum&algorithm=dpg&dpg.critics=2&dpg.policy_delay=2&dpg.target_noise=0.2",
    "environment=lqr&algorithm=dpg&dpg.exploration=ornstein_uhlenbeck&dpg.recent_iterations=30",
    "environment=bandit&algorithm=q_actor_critic&bandit.dimensions=3",
    "environment=mountain_car_continuous&algorithm=q_actor_critic&q_actor_critic.critics=2",
    "environment=cart_pole&algorithm=a2c&a2c.environments=3",
    "environment=pendulum&algorithm=a2c&a2c.environments=1&a2c.steps=7&a2c.advantage=generalised",
    "environment=cart_pole&algorithm=reinforce&reinforce.episodes_per_update=2",
    "environment=lqr&algorithm=reinforce&reinforce.baseline=mean",
    "environment=mountain_car&algorithm=dqn&dqn.warmup_hold=3",
    "environment=gridworld&algorithm=dqn&gridworld.map=s.x-..g",
    "environment=gridworld&algorithm=tabular_q&gridworld.map=s..-.xp-..g",
    "environment=cart_pole_swing_up&algorithm=sac&sac.baseline=value"
    "&sac.estimator=score_function&sac.critics=1",
};

/// The configuration of one of them, as small as it can be.
inline std::string small(std::string text) {
  for (const char* pair : {"hidden_units=8", "hidden_layers=1", "buffer_size=150", "batch_size=4",
                           "warmup_steps=20"}) {
    const auto owner = std::string_view(text).substr(text.find("algorithm=") + 10);
    std::string longer = text + "&" + std::string(owner.substr(0, owner.find('&'))) + "." + pair;
    try {
      RunConfig::parse(longer);
      text = std::move(longer);
    } catch (const ConfigError&) {  // not a parameter of this algorithm
    }
  }
  return text + "&evaluate_every=0&diagnostics_every=16";
}

/// Uses a run in every way that the page does, for a few steps.
inline void use(Session& session) {
  session.train(40, kForever);
  session.watch(3, true);
  session.kick(0.5);
  session.drag(0.5, -0.5);
  session.frame();
  session.field({.across = 0, .up = -1, .columns = 3, .rows = 2});
  session.digest();
  session.save();
}

}  // namespace acp::fuzz
