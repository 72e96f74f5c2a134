/** The lines of the algorithms, and what their numbers are, by their ids. */
export const lines = {
  'algorithms.*.lines.initialise.text':
    'beginne mit irgendeinem Q und irgendeiner Policy, ohne Gespeichertes',
  'algorithms.*.lines.loop.text': 'für k = 0, 1, 2, …',
  'algorithms.*.lines.act.text': 'ziehe eine Aktion aus der Policy und speichere, was folgt',
  'algorithms.*.lines.sample.text': 'ziehe einen Batch aus dem Gespeicherten',
  'algorithms.*.lines.each.text': 'für jeden davon',
  'algorithms.*.lines.next_action.text': 'ziehe eine Aktion für das, was danach kam',
  'algorithms.*.lines.target.text': 'Bootstrapping',
  'algorithms.*.lines.critic.text': 'bewege jedes Q auf y zu',
  'algorithms.*.lines.action.text': 'ziehe eine Aktion für jedes s',
  'algorithms.*.lines.actor.text': 'steige auf Q bergauf',
  'algorithms.*.lines.temperature.text': 'gewichte die Entropie stärker, wenn es zu wenig gibt',
  'algorithms.*.lines.targets.text': 'lass die Zielnetze folgen',
  'algorithms.*.lines.value.text': 'frage V vorher und nachher',
  'algorithms.*.lines.mean.text': 'bewege das Mittel auf die Returns zu',
  'algorithms.sac.lines.target.text': 'Bootstrapping, mit der Entropie',
  'algorithms.sac.lines.actor.text': 'steige auf Q und Entropie bergauf',
  'algorithms.sac_discrete.lines.act.text':
    'ziehe eine Möglichkeit aus der Policy und speichere, was folgt',
  'algorithms.sac_discrete.lines.target.text':
    'Bootstrapping aus allen Möglichkeiten, mit der Entropie',
  'algorithms.sac_discrete.lines.action.text': 'frage die Policy nach jedem s',
  'algorithms.sac_discrete.lines.actor.text': 'steige auf der Summe aus Q und Entropie bergauf',
  'algorithms.dpg.lines.act.text': 'tu mit Rauschen, was die Policy sagt, und speichere, was folgt',
  'algorithms.dpg.lines.next_action.text': 'frage die Ziel-Policy nach dem, was danach kam',
  'algorithms.dpg.lines.action.text': 'frage bei jedem d-ten Mal die Policy nach jedem s',
  'algorithms.q_actor_critic.lines.action.text': 'ziehe Aktionen für jedes s',
  'algorithms.a2c.lines.initialise.text': 'beginne mit irgendeinem V und irgendeiner Policy',
  'algorithms.a2c.lines.act.text': 'ziehe eine Aktion aus der Policy, reihum in jeder Umgebung',
  'algorithms.a2c.lines.sample.text': 'nimm diese Schritte, sobald alle die ihren getan haben',
  'algorithms.a2c.lines.target.text': 'summiere Belohnungen, mit Bootstrapping, wo sie enden',
  'algorithms.a2c.lines.critic.text': 'bewege V auf G zu',
  'algorithms.a2c.lines.actor.text': 'mach wahrscheinlicher, was besser als V war',
  'algorithms.reinforce.lines.initialise.text': 'beginne mit irgendeiner Policy',
  'algorithms.reinforce.lines.act.text':
    'ziehe Aktionen aus der Policy, bis m Episoden geendet haben',
  'algorithms.reinforce.lines.sample.text': 'nimm alle ihre Schritte',
  'algorithms.reinforce.lines.target.text':
    'summiere Belohnungen bis zum Ende, abzüglich dessen, was zu erwarten war',
  'algorithms.reinforce.lines.critic.text': 'bewege V auf G zu',
  'algorithms.reinforce.lines.actor.text': 'mach wahrscheinlicher, was besser war',
  'algorithms.dqn.lines.initialise.text': 'beginne mit irgendeinem Q, ohne Gespeichertes',
  'algorithms.dqn.lines.act.text':
    'tu, was Q am liebsten ist, oder ab und zu irgendetwas, und speichere, was folgt',
  'algorithms.dqn.lines.target.text': 'Bootstrapping aus der besten Möglichkeit',
  'algorithms.dqn.lines.critic.text': 'bewege Q auf y zu',
  'algorithms.dqn.lines.targets.text': 'lass das Zielnetz folgen, bei jedem n-ten Update',
  'algorithms.tabular_q.lines.initialise.text': 'beginne mit irgendeiner Tabelle Q',
  'algorithms.tabular_q.lines.act.text': 'tu, was Q am liebsten ist, oder ab und zu irgendetwas',
  'algorithms.tabular_q.lines.target.text': 'Bootstrapping aus dem nächsten Zustand',
  'algorithms.tabular_q.lines.critic.text': 'geh einen Teil des Wegs',

  'algorithms.*.lines.*.quantities.s.help': 'Was beobachtet wurde.',
  'algorithms.*.lines.*.quantities.a.help':
    'Was getan wurde: in [−1, 1] je Dimension, oder der Index einer Möglichkeit.',
  'algorithms.*.lines.*.quantities.r.help': 'Was das einbrachte.',
  'algorithms.*.lines.*.quantities.s_next.help': 'Was danach beobachtet wurde.',
  'algorithms.*.lines.*.quantities.terminated.help': '1, wo nichts mehr folgt, sonst 0.',
  'algorithms.*.lines.*.quantities.log_pi_next.help': 'Ihre Log-Wahrscheinlichkeit.',
  'algorithms.*.lines.*.quantities.gamma.help': 'Was eine Belohnung einen Schritt später zählt.',
  'algorithms.*.lines.*.quantities.alpha.help': 'Gewicht der Entropie.',
  'algorithms.*.lines.*.quantities.y.help': 'Was Q zu s und a sagen soll.',
  'algorithms.*.lines.*.quantities.adam.help':
    'Adams Schritt des Gewichts mit dem größten Gradienten.',
  'algorithms.*.lines.*.quantities.log_sigma.help':
    'Ihre Streuung, bevor sie in [−20, 2] gehalten wird.',
  'algorithms.*.lines.*.quantities.epsilon.help': 'Standardnormales Rauschen.',
  'algorithms.*.lines.*.quantities.action.help': 'Was die Policy jetzt täte.',
  'algorithms.*.lines.*.quantities.log_pi.help': 'Ihre Log-Wahrscheinlichkeit.',
  'algorithms.*.lines.*.quantities.baseline.help': 'Was die Score-Funktion abzieht.',
  'algorithms.*.lines.*.quantities.head_gradient_norm.help': 'Quadratisches Mittel über den Batch.',
  'algorithms.*.lines.*.quantities.entropy.help': 'Der Policy, exakt.',
  'algorithms.*.lines.*.quantities.target_entropy.help': 'Was sie sein soll.',
  'algorithms.*.lines.*.quantities.tau.help': 'Anteil des Wegs.',
  'algorithms.*.lines.*.quantities.v_next.help': 'Und danach.',
  'algorithms.*.lines.*.quantities.logits.help':
    'Was das Netz der Policy sagt: Log-Wahrscheinlichkeiten bis auf eine Konstante.',
  'algorithms.*.lines.*.quantities.relaxed.help':
    'Die weiche Wahl von Gumbel-Softmax, eine für jede gezogene Aktion.',
  'algorithms.*.lines.*.quantities.pi.help':
    'Wahrscheinlichkeiten der Möglichkeiten, die die exakte Summe nimmt.',
  'algorithms.*.lines.*.quantities.v.help':
    'Das Mittel über die Möglichkeiten, mit der Entropie: der Summe, oder als Baseline.',
  'algorithms.*.lines.*.quantities.choice.help':
    'Was die Score-Funktion gezogen hat, eine für jede gezogene Aktion.',
  'algorithms.*.lines.*.quantities.mu_next.help': 'Was die Ziel-Policy dort tut.',
  'algorithms.*.lines.*.quantities.epsilon_next.help':
    'Standardnormal, wo das Ziel geglättet wird.',
  'algorithms.*.lines.*.quantities.mu_weight.help':
    'Das Gewicht der Policy, das am weitesten zurücklag.',
  'algorithms.*.lines.*.quantities.truncated.help':
    '1, wo das Zeitlimit die Episode beendete, sonst 0.',
  'algorithms.*.lines.*.quantities.gradient_norm.help':
    'Länge des Gradienten, bevor er gekürzt wird.',
  'algorithms.*.lines.*.quantities.w.help':
    'Gewicht der Log-Wahrscheinlichkeiten: der Advantage, geteilt durch die Zahl der Gemittelten.',
  'algorithms.*.lines.*.quantities.head.help':
    'Was das Netz sagt: Mittelwert und log σ, oder die Logits.',
  'algorithms.*.lines.*.quantities.mean.help': 'Vorher und nachher.',
  'algorithms.*.lines.*.quantities.q_select.help':
    'Was unter ihnen wählt, bei doppeltem Q-Learning.',
  'algorithms.*.lines.*.quantities.state.help': 'Die Nummer des Zustands.',
  'algorithms.*.lines.*.quantities.next_state.help': 'Die des nächsten.',
  'algorithms.*.lines.next_action.quantities.a_next.help':
    'Gezogen aus der Policy von jetzt, nicht aus der des Gespeicherten.',
  'algorithms.*.lines.target.quantities.q_target.help': 'Was jedes Zielnetz dazu sagt.',
  'algorithms.*.lines.target.quantities.q_next.help': 'Von zweien zählt das kleinere.',
  'algorithms.*.lines.critic.quantities.q.help': 'Was jeder Critic vor dem Schritt sagte.',
  'algorithms.*.lines.critic.quantities.error.help': 'Was Q zu viel sagt, vor dem Schritt.',
  'algorithms.*.lines.critic.quantities.loss.help':
    'Mittleres Quadrat der Fehler, summiert über die Critics.',
  'algorithms.*.lines.action.quantities.mu.help': 'Mittelwert der Policy vor tanh.',
  'algorithms.*.lines.actor.quantities.q.help':
    'Was die Critics dazu sagen; von zweien das kleinere.',
  'algorithms.*.lines.actor.quantities.dq_da.help':
    'Seine Steigung entlang der Aktion; die Score-Funktion kommt ohne aus.',
  'algorithms.*.lines.actor.quantities.advantage.help':
    'Womit die Score-Funktion eine Aktion gewichtet.',
  'algorithms.*.lines.actor.quantities.head_gradient.help':
    'Bergauf für Mittelwert und log σ, in jedem Zustand.',
  'algorithms.*.lines.temperature.quantities.entropy.help':
    'Der Policy, aus den gezogenen Aktionen.',
  'algorithms.*.lines.temperature.quantities.alpha.help': 'Vorher und nachher.',
  'algorithms.*.lines.targets.quantities.q_weight.help':
    'Das Gewicht des ersten Critics, das am weitesten zurücklag.',
  'algorithms.*.lines.target.quantities.log_pi_next.help':
    'Log-Wahrscheinlichkeiten der Möglichkeiten.',
  'algorithms.*.lines.target.quantities.v_next.help':
    'Das exakte Mittel über die Möglichkeiten, mit der Entropie.',
  'algorithms.*.lines.value.quantities.v.help': 'Was der Critic vor dem Schritt erwartet.',
  'algorithms.*.lines.target.quantities.return.help': 'Belohnungen, und was V sagt, wo sie enden.',
  'algorithms.*.lines.target.quantities.advantage.help': 'Um wie viel besser das ist, als V sagte.',
  'algorithms.*.lines.target.quantities.baseline.help':
    'Was zu erwarten war: V, ein laufendes Mittel oder nichts.',
  'algorithms.*.lines.target.quantities.epsilon.help':
    'Anteil zufälliger Aktionen im Erwartungswert.',
  'algorithms.*.lines.target.quantities.a_next.help': 'Was SARSA dort tun wird.',
  'algorithms.sac_discrete.lines.target.quantities.q_target.help':
    'Was jedes Zielnetz zu jeder Möglichkeit sagt.',
  'algorithms.sac_discrete.lines.target.quantities.q_next.help':
    'Was davon zählt: das Minimum oder der Durchschnitt.',
  'algorithms.sac_discrete.lines.actor.quantities.q.help':
    'Was die Critics zu jeder Möglichkeit sagen.',
  'algorithms.sac_discrete.lines.actor.quantities.advantage.help': 'Womit sie diese gewichtet.',
  'algorithms.sac_discrete.lines.actor.quantities.head_gradient.help':
    'Bergauf für die Logits, in jedem Zustand.',
  'algorithms.sac_discrete.lines.temperature.quantities.entropy.help': 'Der Policy, exakt.',
  'algorithms.dpg.lines.next_action.quantities.a_next.help':
    'Was bewertet wird: dasselbe, mit dem Rauschen, falls es eins gibt.',
  'algorithms.dpg.lines.action.quantities.mu.help': 'Was das Netz sagt, vor tanh.',
  'algorithms.dpg.lines.actor.quantities.q.help': 'Was der erste Critic dazu sagt.',
  'algorithms.dpg.lines.actor.quantities.dq_da.help': 'Seine Steigung entlang der Aktion.',
  'algorithms.dpg.lines.actor.quantities.head_gradient.help':
    'Dasselbe vor tanh, in jedem Zustand.',
  'algorithms.a2c.lines.critic.quantities.error.help': 'Was V zu viel sagt, vor dem Schritt.',
  'algorithms.a2c.lines.critic.quantities.loss.help': 'Mittleres Quadrat der Fehler.',
  'algorithms.a2c.lines.actor.quantities.head_gradient.help':
    'Bergauf dafür, in jedem Zustand, gewichtet.',
  'algorithms.reinforce.lines.value.quantities.v.help': 'Was vor dem Schritt erwartet wird.',
  'algorithms.reinforce.lines.target.quantities.return.help':
    'Diskontierte Belohnungen von hier bis zum Ende.',
  'algorithms.reinforce.lines.target.quantities.advantage.help': 'Um wie viel es besser war.',
  'algorithms.reinforce.lines.critic.quantities.error.help': 'Was V zu viel sagt, vor dem Schritt.',
  'algorithms.reinforce.lines.critic.quantities.loss.help': 'Mittleres Quadrat der Fehler.',
  'algorithms.reinforce.lines.actor.quantities.head_gradient.help':
    'Bergauf dafür, in jedem Zustand, gewichtet.',
  'algorithms.dqn.lines.target.quantities.q_target.help':
    'Was das Zielnetz zu jeder Möglichkeit sagt.',
  'algorithms.dqn.lines.critic.quantities.q.help': 'Was Q vor dem Schritt sagte.',
  'algorithms.dqn.lines.critic.quantities.loss.help': 'Mittleres Quadrat der Fehler.',
  'algorithms.dqn.lines.targets.quantities.q_weight.help':
    'Das Gewicht, das am weitesten zurücklag.',
  'algorithms.tabular_q.lines.target.quantities.q_next.help':
    'Was die Tabelle dort zu jeder Möglichkeit sagt.',
  'algorithms.tabular_q.lines.critic.quantities.error.help': 'Der TD-Fehler.',
  'algorithms.tabular_q.lines.critic.quantities.q.help': 'Vorher und nachher.',
};
