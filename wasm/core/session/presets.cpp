#include "core/session/config.h"

namespace acp {
namespace {

std::span<const Preset>& registry() {
  static constexpr Preset ours[] = {
      {"pendulum-sac", "SAC, reparameterization",
       "The pathwise gradient learns to swing up and hold within 3,000 steps.",
       "environment=pendulum&algorithm=sac&probe_every=200", 10'000, -160, true},
      {"pendulum-sac-score-function", "SAC, score function without baseline",
       "The same critic, the same bias: the variance alone keeps it from learning.",
       "environment=pendulum&algorithm=sac&sac.estimator=score_function&sac.baseline=none"
       "&probe_every=200",
       10'000, -900, false},
      {"pendulum-sac-leave-one-out", "SAC, score function with leave-one-out baseline",
       "With a baseline from two samples the score function learns as reparameterization does, but "
       "may lapse.",
       "environment=pendulum&algorithm=sac&sac.estimator=score_function"
       "&sac.baseline=leave_one_out&sac.action_samples=2&probe_every=200",
       10'000, -160, true},
      {"pendulum-sac-lecture", "SAC without entropy",
       "DPG with a stochastic policy: on this task the entropy bonus is not what makes it learn.",
       "environment=pendulum&algorithm=sac&sac.tune_temperature=false&sac.temperature=0", 10'000,
       -160, true},
      {"pendulum-q-actor-critic", "Q actor-critic",
       "The policy gradient theorem with a learned Q: off-policy, without returns.",
       "environment=pendulum&algorithm=q_actor_critic&q_actor_critic.critics=2", 12'000, -160,
       true},
      {"pendulum-dpg", "DPG, as in the lecture",
       "Fit Q against the last one, held for ten updates, then climb it: it learns, forgets, and "
       "does not always learn again.",
       "environment=pendulum&algorithm=dpg&dpg.tau=1&dpg.policy_delay=10", 20'000, -200, true},
      {"pendulum-ddpg", "DDPG",
       "Targets that follow slowly steady the deterministic policy gradient.",
       "environment=pendulum&algorithm=dpg", 10'000, -160, true},
      {"pendulum-td3", "TD3",
       "Two critics, a delayed actor and smoothed targets: caution costs steps and buys safety.",
       "environment=pendulum&algorithm=dpg&dpg.critics=2&dpg.policy_delay=2&dpg.target_noise=0.2",
       15'000, -160, true},
      {"pendulum-q-actor-critic-many-updates", "Q actor-critic, many updates per step",
       "Sixteen gradient steps in place of one: ahead at first, then the policy outruns what its "
       "critic knows.",
       "environment=pendulum&algorithm=q_actor_critic&q_actor_critic.critics=2"
       "&q_actor_critic.updates_per_iteration=16",
       8'000, -400, true},
      {"pendulum-sac-recent", "SAC, replay of the last policies only",
       "Without the mixture of all past policies the critic forgets what it has seen.",
       "environment=pendulum&algorithm=sac&sac.recent_iterations=200", 10'000, -160, false},
      {"pendulum-a2c", "A2C, generalised advantages",
       "On-policy, it needs a hundred times the steps of SAC, and each is cheap.",
       "environment=pendulum&algorithm=a2c&evaluate_every=20000&reward_scale=0.1&a2c.steps=8"
       "&a2c.advantage=generalised&a2c.lambda=0.9&a2c.gamma=0.95&a2c.entropy_weight=0.03"
       "&a2c.activation=relu",
       1'000'000, -200, true},
      {"pendulum-reinforce", "REINFORCE",
       "Whole-episode returns are too noisy here: after thirty times SAC's steps it has not begun.",
       "environment=pendulum&algorithm=reinforce&evaluate_every=5000", 100'000, -900, false},
      {"cart-pole-reinforce", "REINFORCE with a learned baseline",
       "Reward-to-go less V(s): enough, where episodes tell good from bad.",
       "environment=cart_pole&algorithm=reinforce&evaluate_every=5000"
       "&reinforce.critic_learning_rate=0.01",
       300'000, 475, true},
      {"cart-pole-reinforce-no-baseline", "REINFORCE without baseline",
       "Right on average and noisier: it gets there, and may not stay.",
       "environment=cart_pole&algorithm=reinforce&reinforce.baseline=none&evaluate_every=5000",
       300'000, 475, true},
      {"cart-pole-a2c", "A2C, five-step returns",
       "Bootstrapping after a few steps trades a little bias for much less variance.",
       "environment=cart_pole&algorithm=a2c&evaluate_every=5000&a2c.critic_learning_rate=0.004",
       300'000, 475, true},
      {"cart-pole-a2c-one-step", "A2C, one step, one environment",
       "An update from every single step leans on V before V is any good, and seldom recovers.",
       "environment=cart_pole&algorithm=a2c&evaluate_every=5000&a2c.critic_learning_rate=0.004"
       "&a2c.environments=1&a2c.steps=1",
       100'000, 475, false},
      {"cart-pole-dqn", "DQN", "Q-learning where the maximum over actions is easy: there are two.",
       "environment=cart_pole&algorithm=dqn&reward_scale=0.05&normalise_observations=true"
       "&evaluate_every=1000&dqn.learning_rate=0.0003&dqn.batch_size=128",
       50'000, 475, true},
      {"cart-pole-sac-discrete", "Discrete SAC, exact sum",
       "With two actions the actor's gradient is a sum: no samples, no variance.",
       "environment=cart_pole&algorithm=sac_discrete&reward_scale=0.05"
       "&sac_discrete.twin=minimum&sac_discrete.temperature=0.2",
       20'000, 475, true},
      {"cart-pole-sac-discrete-score-function", "Discrete SAC, score function",
       "The same gradient from one sampled action: right on average, and slower.",
       "environment=cart_pole&algorithm=sac_discrete&reward_scale=0.05"
       "&sac_discrete.twin=minimum&sac_discrete.temperature=0.2"
       "&sac_discrete.estimator=score_function",
       30'000, 475, true},
      {"acrobot-dqn", "DQN", "A reward of -1 per step, until the tip is up.",
       "environment=acrobot&algorithm=dqn&evaluate_every=1000", 30'000, -90, true},
      {"acrobot-sac-discrete", "Discrete SAC, average of the critics",
       "The average of two critics keeps exploring until it finds the goal.",
       "environment=acrobot&algorithm=sac_discrete&evaluate_every=1000"
       "&sac_discrete.target_entropy=0.2&sac_discrete.temperature=0.1&probe_every=200",
       30'000, -90, true},
      {"acrobot-sac-discrete-minimum", "Discrete SAC, minimum of the critics",
       "The minimum underestimates what has not been tried, and exploration dies.",
       "environment=acrobot&algorithm=sac_discrete&evaluate_every=1000"
       "&sac_discrete.target_entropy=0.2&sac_discrete.temperature=0.1&sac_discrete.twin=minimum"
       "&probe_every=200",
       20'000, -90, false},
      {"acrobot-a2c", "A2C",
       "Sixteen environments at once decorrelate what one alone would repeat.",
       "environment=acrobot&algorithm=a2c&evaluate_every=10000&a2c.environments=16"
       "&a2c.entropy_weight=0.01",
       500'000, -90, true},
      {"mountain-car-continuous-sac", "SAC, held warm-up",
       "Random pushes that last twenty steps find the flag; then SAC has something to learn from.",
       "environment=mountain_car_continuous&algorithm=sac&normalise_observations=true"
       "&evaluate_every=1000&sac.tau=0.02&sac.warmup_steps=5000&sac.warmup_hold=20&probe_every=200",
       20'000, 90, true},
      {"mountain-car-continuous-sac-iid-warm-up", "SAC, independent warm-up",
       "Random pushes that cancel each other never reach the flag, and doing nothing looks best.",
       "environment=mountain_car_continuous&algorithm=sac&normalise_observations=true"
       "&evaluate_every=1000&sac.tau=0.02&sac.warmup_steps=1000&probe_every=200",
       20'000, 50, false},
      {"mountain-car-continuous-ddpg", "DDPG, Ornstein-Uhlenbeck noise",
       "Noise that persists explores where independent noise stands still.",
       "environment=mountain_car_continuous&algorithm=dpg&normalise_observations=true"
       "&evaluate_every=1000&dpg.exploration=ornstein_uhlenbeck&dpg.exploration_noise=0.5"
       "&dpg.actor_learning_rate=0.0001",
       40'000, 90, true},
      {"mountain-car-dqn", "DQN, held warm-up",
       "The flag is the only event: without a random swing that reaches it, every action looks "
       "alike.",
       "environment=mountain_car&algorithm=dqn&normalise_observations=true&evaluate_every=1000"
       "&dqn.warmup_steps=5000&dqn.warmup_hold=20",
       40'000, -120, true},
      {"gridworld-q-learning", "Tabular Q-learning",
       "A table, a maximum and a little curiosity find the exact values.",
       "environment=gridworld&algorithm=tabular_q", 20'000, 0.5, true},
      {"gridworld-actor-critic", "Tabular actor-critic",
       "Without hidden layers both networks are tables: what is left is the policy gradient "
       "itself.",
       "environment=gridworld&algorithm=a2c&evaluate_every=1000&a2c.hidden_layers=0"
       "&a2c.actor_learning_rate=0.01&a2c.critic_learning_rate=0.01",
       20'000, 0.5, true},
      {"cliff-q-learning", "Cliff walk, Q-learning",
       "It learns the shortest way, 13 steps along the edge, and falls whenever it explores there.",
       "environment=gridworld&gridworld.map=............-............-............-sccccccccccg"
       "&gridworld.slip=0&gridworld.step_reward=-1&gridworld.goal_reward=0&gridworld.pit_reward=-99"
       "&algorithm=tabular_q&tabular_q.gamma=1&tabular_q.learning_rate=0.1"
       "&tabular_q.epsilon_start=0.1&tabular_q.epsilon_end=0.1",
       20'000, -13, true},
      {"cliff-sarsa", "Cliff walk, SARSA",
       "It reckons with its own missteps and keeps away from the edge: a longer way, fewer falls.",
       "environment=gridworld&gridworld.map=............-............-............-sccccccccccg"
       "&gridworld.slip=0&gridworld.step_reward=-1&gridworld.goal_reward=0&gridworld.pit_reward=-99"
       "&algorithm=tabular_q&tabular_q.target=next_action&tabular_q.gamma=1"
       "&tabular_q.learning_rate=0.1&tabular_q.epsilon_start=0.1&tabular_q.epsilon_end=0.1",
       20'000, -15, true},
      {"cart-pole-swing-up-sac", "SAC",
       "Swing up and balance in one policy: smooth continuous control.",
       "environment=cart_pole_swing_up&algorithm=sac&normalise_observations=true"
       "&evaluate_every=1000&sac.gamma=0.98",
       30'000, 400, true},
      {"reacher-sac", "SAC", "Two action dimensions and a moving goal.",
       "environment=reacher&algorithm=sac&normalise_observations=true&evaluate_every=1000"
       "&sac.gamma=0.9",
       20'000, -40, true},
      {"lqr-ddpg", "DDPG", "A task whose optimum is known exactly, by Riccati's equation.",
       "environment=lqr&algorithm=dpg&reward_scale=0.1&dpg.activation=tanh&dpg.buffer_size=2000"
       "&dpg.tau=0.05&dpg.gamma=0.9&dpg.critic_learning_rate=0.003&dpg.actor_learning_rate=0.0001",
       10'000, -1.854, true},
      {"bandit-32-reparameterization", "32 action dimensions, reparameterization",
       "One sample tells the slope of the critic in all 32 directions.",
       "environment=bandit&bandit.dimensions=32&algorithm=sac&sac.tune_temperature=false"
       "&sac.temperature=0&probe_every=200",
       15'000, -0.68, true},
      {"bandit-32-leave-one-out",
       "32 action dimensions, score function with leave-one-out baseline",
       "With a baseline and a whole batch to average over, the critic's error is what is left.",
       "environment=bandit&bandit.dimensions=32&algorithm=sac&sac.tune_temperature=false"
       "&sac.temperature=0&sac.estimator=score_function"
       "&sac.baseline=leave_one_out&sac.action_samples=2&probe_every=200",
       15'000, -0.68, true}};
  static constinit std::span<const Preset> all = ours;
  return all;
}

}  // namespace

std::span<const Preset> presets() { return registry(); }

void add_preset(const Preset& preset) {
  for (const Preset& other : presets()) {
    if (std::string_view(preset.id) == other.id) {
      throw std::invalid_argument(std::string("preset \"") + preset.id + "\": there is one");
    }
  }
  RunConfig::parse(preset.config);
  static std::vector<Preset> with_added(presets().begin(), presets().end());
  with_added.push_back(preset);
  registry() = with_added;
}

}  // namespace acp
