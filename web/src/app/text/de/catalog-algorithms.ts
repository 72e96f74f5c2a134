/** Algorithms, what they measure and what can be set of them, by their ids. */
export const algorithms: Readonly<Record<string, string>> = {
  'algorithms.sac.title': 'Soft Actor-Critic',
  'algorithms.sac.help':
    'Off-policy Actor-Critic mit Entropiebonus; der Actor folgt dem Gradientenschätzer der Wahl.',
  'algorithms.sac_discrete.title': 'Soft Actor-Critic, diskret',
  'algorithms.sac_discrete.help':
    'SAC über Möglichkeiten: der Gradient des Actors ist eine Summe über alle Aktionen, oder ' +
    'eine Stichprobe davon.',
  'algorithms.dpg.title': 'Deterministischer Policy-Gradient',
  'algorithms.dpg.help':
    'DPG, DDPG und TD3: die Policy steigt auf dem Critic, dessen Steigung bei ihrer ' +
    'Aktion sie folgt.',
  'algorithms.q_actor_critic.title': 'Q-Actor-Critic',
  'algorithms.q_actor_critic.help':
    'Der Policy-Gradient mit gelerntem Q anstelle von Returns: off-policy, ohne Entropiebonus.',
  'algorithms.a2c.title': 'Advantage Actor-Critic (A2C)',
  'algorithms.a2c.help':
    'On-policy Actor-Critic: mehrere Umgebungen reihum, einige Schritte von jeder je Update, und ' +
    'ein gelerntes V als Baseline und zum Bootstrapping.',
  'algorithms.reinforce.title': 'REINFORCE',
  'algorithms.reinforce.help':
    'On-policy Policy-Gradient aus den Returns ganzer Episoden, mit oder ohne Baseline: kein ' +
    'Critic, also keine Verzerrung, und viel Varianz.',
  'algorithms.reinforce.source': 'Williams, 1992, Machine Learning 8, Seiten 229-256',
  'algorithms.dqn.title': 'Deep Q-Learning',
  'algorithms.dqn.help':
    'Q-Learning mit einem Netz, Replay und einem Zielnetz; handelt gierig nach Q.',
  'algorithms.tabular_q.title': 'Q-Learning, tabellarisch',
  'algorithms.tabular_q.help':
    'Eine Tabelle von Werten, die jeder Schritt auf Belohnung plus nächsten Wert zu bewegt; ' +
    'SARSA ist eines ihrer Ziele.',

  'algorithms.*.metrics.critic_loss.title': 'Verlust des Critics',
  'algorithms.*.metrics.critic_loss.help':
    'Mittlerer quadratischer Fehler gegen das Bootstrapping-Ziel, summiert über die Critics.',
  'algorithms.dqn.metrics.critic_loss.help':
    'Mittlerer quadratischer Fehler gegen das Bootstrapping-Ziel.',
  'algorithms.*.metrics.mean_q.title': 'mittleres Q',
  'algorithms.*.metrics.mean_q.help':
    'Mittlerer Wert, den der erste Critic Aktionen aus dem Puffer gibt.',
  'algorithms.dqn.metrics.mean_q.help': 'Mittlerer Wert von Aktionen aus dem Puffer.',
  'algorithms.*.metrics.entropy.title': 'Entropie der Policy',
  'algorithms.*.metrics.entropy.unit': 'Nat',
  'algorithms.*.metrics.entropy.help':
    'Geschätzt aus den Stichproben der Aktionen beim Update des Actors, in normierten Aktionen.',
  'algorithms.sac_discrete.metrics.entropy.help': 'Exakt, über die wiederholten Zustände.',
  'algorithms.a2c.metrics.entropy.help':
    'Exakt, der Policy vor dem Update; kontinuierliche Aktionen in normierten Einheiten.',
  'algorithms.reinforce.metrics.entropy.help':
    'Exakt, der Policy vor dem Update; kontinuierliche Aktionen in normierten Einheiten.',
  'algorithms.*.metrics.temperature.title': 'Temperatur',
  'algorithms.*.metrics.temperature.help': 'Gewicht der Entropie in der Zielfunktion.',
  'algorithms.*.metrics.actor_gradient.title': 'Norm des Actor-Gradienten',
  'algorithms.*.metrics.actor_gradient.help':
    'Quadratisches Mittel des geschätzten Gradienten über Zustände, nach den Ausgaben des Netzes.',
  'algorithms.sac_discrete.metrics.actor_gradient.help':
    'Quadratisches Mittel des geschätzten Gradienten der Logits über Zustände.',
  'algorithms.dpg.metrics.actor_gradient.help':
    'Quadratisches Mittel des Gradienten über Zustände, nach den Ausgaben des Netzes, vor tanh.',
  'algorithms.a2c.metrics.actor_gradient.help': 'Bevor er gekürzt wird.',
  'algorithms.reinforce.metrics.actor_gradient.help': 'Des Mittels über Episoden.',
  'algorithms.*.metrics.total_variation.title': 'totale Variation von früheren Policies',
  'algorithms.*.metrics.total_variation.help':
    'Zwischen der Policy und der, die gehandelt hat, über Übergänge aus dem Puffer: von 0, ' +
    'dieselbe, bis 1. Ihre Mischung ist nicht weiter weg.',
  'algorithms.*.metrics.overestimation.title': 'Überschätzung',
  'algorithms.*.metrics.overestimation.help':
    'Was der Critic am Anfang einer Episode versprach, minus ihr diskontierter Return samt ' +
    'Entropiebonus: über 0 verspricht er zu viel. In skalierten Belohnungen, gemittelt über ' +
    'Episoden.',
  'algorithms.*.metrics.policy_value.title': 'Wert der Policy',
  'algorithms.*.metrics.policy_value.help':
    'Worauf der Actor steigt: der Wert, den der erste Critic dessen Aktionen gibt.',
  'algorithms.*.metrics.value_loss.title': 'Verlust von V',
  'algorithms.*.metrics.value_loss.help':
    'Mittlerer quadratischer Fehler gegen die Returns, vor dem Update.',
  'algorithms.reinforce.metrics.value_loss.help':
    'Mittlerer quadratischer Fehler gegen die Returns, vor dem Update; nur, wo V gelernt wird.',
  'algorithms.*.metrics.mean_value.title': 'mittleres V',
  'algorithms.*.metrics.mean_value.help': 'Mittlerer Wert, den der Critic gibt.',
  'algorithms.*.metrics.advantage.title': 'Advantage',
  'algorithms.*.metrics.advantage.help': 'Quadratisches Mittel über den Rollout.',
  'algorithms.reinforce.metrics.advantage.help': 'Quadratisches Mittel des Returns minus Baseline.',
  'algorithms.*.metrics.mean_return.title': 'mittlerer Return',
  'algorithms.*.metrics.mean_return.help':
    'Künftige Belohnung, diskontiert, über alle Schritte eines Updates.',
  'algorithms.*.metrics.epsilon.title': 'Zufallsanteil',
  'algorithms.*.metrics.epsilon.help': 'Anteil zufälliger Aktionen.',
  'algorithms.*.metrics.td_error.title': 'TD-Fehler',
  'algorithms.*.metrics.td_error.help': 'Mittlere Größe der Korrektur, die jeder Schritt verlangt.',

  'algorithms.*.probes.active.title': 'wie eingestellt',
  'algorithms.*.probes.active.help': 'Der Schätzer, der trainiert.',
  'algorithms.*.probes.reparameterization.title': 'Reparametrisierung, 1 Stichprobe',
  'algorithms.*.probes.reparameterization.help': 'Durch die Steigung des Critics.',
  'algorithms.*.probes.score_function.title': 'Score-Funktion, 1 Stichprobe',
  'algorithms.*.probes.score_function.help': 'Ohne Baseline.',
  'algorithms.*.probes.leave_one_out.title': 'Score-Funktion, Leave-one-out, 2 Stichproben',
  'algorithms.*.probes.leave_one_out.help': 'Jede Stichprobe ist die Baseline der anderen.',
  'algorithms.*.probes.value.title': 'Score-Funktion, exaktes V, 1 Stichprobe',
  'algorithms.*.probes.value.help': 'Die Baseline ist das Mittel über alle Aktionen.',
  'algorithms.*.probes.gumbel_softmax.title': 'Gumbel-Softmax, 1 Stichprobe',
  'algorithms.*.probes.gumbel_softmax.help': 'Bei der eingestellten Temperatur der Relaxation.',
};
