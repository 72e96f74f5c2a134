/** What can be set of algorithms, by ids with a star for those that have it. */
export const parameters: Readonly<Record<string, string>> = {
  'groups.Actor gradient': 'Gradient des Actors',
  'groups.Learning': 'Lernen',
  'groups.Entropy': 'Entropie',
  'groups.Replay': 'Replay',
  'groups.Networks': 'Netze',
  'groups.Targets': 'Ziele',
  'groups.Exploration': 'Erkundung',
  'groups.Advantage': 'Advantage',
  'groups.Rollout': 'Rollout',

  'parameters.*.estimator.title': 'Gradientenschätzer',
  'parameters.*.estimator.help':
    'Wie der Gradient der Zielfunktion der Policy aus Stichproben geschätzt wird.',
  'parameters.sac_discrete.estimator.help':
    'Wie der Gradient der Zielfunktion der Policy geschätzt wird.',
  'parameters.*.estimator.options.reparameterization.title': 'Reparametrisierung',
  'parameters.*.estimator.options.reparameterization.help':
    'Pfadweise: leitet den Critic nach der Aktion ab.',
  'parameters.*.estimator.options.score_function.title': 'Score-Funktion',
  'parameters.*.estimator.options.score_function.help':
    'Likelihood-Quotient: braucht nur Werte des Critics, nicht dessen Gradienten.',
  'parameters.sac_discrete.estimator.options.score_function.help':
    'Aus gezogenen Aktionen: unverzerrt, mit Varianz.',
  'parameters.*.estimator.options.exact_sum.title': 'exakte Summe',
  'parameters.*.estimator.options.exact_sum.help':
    'Die Summe über alle Aktionen: keine Stichproben, keine Varianz.',
  'parameters.*.estimator.options.gumbel_softmax.title': 'Gumbel-Softmax',
  'parameters.*.estimator.options.gumbel_softmax.help':
    'Pfadweise durch eine relaxierte Stichprobe: weniger Varianz, etwas Verzerrung.',
  'parameters.*.baseline.title': 'Baseline',
  'parameters.*.baseline.help':
    'Wird von der Zielfunktion abgezogen; senkt die Varianz, nicht die Verzerrung.',
  'parameters.reinforce.baseline.help':
    'Wird vom Return abgezogen: weniger Varianz, keine Verzerrung.',
  'parameters.*.baseline.options.none.title': 'keine',
  'parameters.*.baseline.options.none.help':
    'Unverzerrt, und so verrauscht, dass vielleicht nie etwas gelernt wird.',
  'parameters.sac_discrete.baseline.options.none.help': 'Unverzerrt, und verrauscht.',
  'parameters.reinforce.baseline.options.none.help': 'Der Return selbst, was auch sein Mittel ist.',
  'parameters.*.baseline.options.leave_one_out.title': 'Leave-one-out',
  'parameters.*.baseline.options.leave_one_out.help':
    'Das Mittel der anderen Stichproben desselben Zustands: unverzerrt, braucht zwei oder mehr.',
  'parameters.*.baseline.options.value.title': 'V aus Stichproben',
  'parameters.*.baseline.options.value.help':
    'Eine Schätzung von V(s) aus weiteren Stichproben der Policy: unverzerrt.',
  'parameters.sac_discrete.baseline.options.value.title': 'exaktes V',
  'parameters.sac_discrete.baseline.options.value.help':
    'Das exakte Mittel über alle Aktionen: unverzerrt.',
  'parameters.reinforce.baseline.options.value.title': 'gelerntes V',
  'parameters.reinforce.baseline.options.value.help': 'Ein Netz, das den Returns angepasst wird.',
  'parameters.*.baseline.options.mean.title': 'laufendes Mittel',
  'parameters.*.baseline.options.mean.help':
    'Der Returns früherer Updates: eine Zahl für jeden Zustand.',
  'parameters.*.action_samples.title': 'Stichproben der Aktion je Zustand',
  'parameters.*.action_samples.help':
    'In jeder Schätzung gemittelt; Leave-one-out braucht mindestens 2.',
  'parameters.sac_discrete.action_samples.help':
    'In jeder Schätzung gemittelt; die exakte Summe braucht keine.',
  'parameters.*.baseline_samples.title': 'Stichproben für V',
  'parameters.*.baseline_samples.help': 'Weitere Stichproben je Zustand, die V(s) schätzen.',
  'parameters.*.relaxation.title': 'Temperatur der Relaxation',
  'parameters.*.relaxation.help': 'Niedrig: wenig Verzerrung, viel Varianz. Hoch: umgekehrt.',

  'parameters.*.gamma.title': 'Diskontfaktor',
  'parameters.*.gamma.help': 'Gewicht der Belohnung einen Schritt später.',
  'parameters.*.tau.title': 'Glättung des Zielnetzes',
  'parameters.*.tau.help':
    'Wie weit ein Zielnetz auf das gelernte zugeht, wenn es sich bewegt; bei 1 ist es eine Kopie.',
  'parameters.*.critic_learning_rate.title': 'Lernrate des Critics',
  'parameters.*.critic_learning_rate.help': 'Schrittweite von Adam.',
  'parameters.*.actor_learning_rate.title': 'Lernrate des Actors',
  'parameters.*.actor_learning_rate.help': 'Schrittweite von Adam.',
  'parameters.*.learning_rate.title': 'Lernrate',
  'parameters.*.learning_rate.help': 'Schrittweite von Adam.',
  'parameters.tabular_q.learning_rate.help': 'Anteil des Wegs zum Ziel in jedem Schritt.',
  'parameters.*.critics.title': 'Critics',
  'parameters.*.critics.help': 'Bei zweien zählt der kleinere Wert, gegen Überschätzung.',
  'parameters.sac_discrete.critics.help': 'Zwei haben unabhängige Fehler.',
  'parameters.dpg.critics.help':
    'Bei zweien (TD3) nehmen die Ziele den kleineren Wert, gegen Überschätzung.',
  'parameters.*.twin.title': 'von zwei Critics',
  'parameters.*.twin.help': 'Was zählt, wo es zwei gibt.',
  'parameters.*.twin.options.minimum.title': 'Minimum',
  'parameters.*.twin.options.minimum.help':
    'Gegen Überschätzung; bei wenigen Aktionen kann es das Erkunden beenden.',
  'parameters.*.twin.options.average.title': 'Mittel',
  'parameters.*.twin.options.average.help': 'Lernt Acrobot.',

  'parameters.*.tune_temperature.title': 'Temperatur anpassen',
  'parameters.*.tune_temperature.help':
    'Die Temperatur lernen, so dass die Entropie ihr Ziel trifft.',
  'parameters.*.temperature.title': 'Temperatur',
  'parameters.*.temperature.help': 'Gewicht der Entropie; der Anfangswert, wo sie angepasst wird.',
  'parameters.*.temperature_learning_rate.title': 'Lernrate der Temperatur',
  'parameters.*.temperature_learning_rate.help': 'Schrittweite von Adam.',
  'parameters.*.target_entropy.title': 'Zielentropie je Aktionsdimension',
  'parameters.*.target_entropy.unit': 'Nat',
  'parameters.*.target_entropy.help':
    'Worauf angepasst wird; eine gleichverteilte Aktion in [-1, 1] hat 0,69.',
  'parameters.sac_discrete.target_entropy.title': 'Zielentropie als Anteil von log |A|',
  'parameters.sac_discrete.target_entropy.help':
    'Worauf angepasst wird; die 0,98 der Veröffentlichung scheitern bei zwei Aktionen.',

  'parameters.*.batch_size.title': 'Batchgröße',
  'parameters.*.batch_size.unit': 'Übergänge',
  'parameters.*.batch_size.help': 'In jedem Update wiederholt.',
  'parameters.*.buffer_size.title': 'Puffergröße',
  'parameters.*.buffer_size.unit': 'Übergänge',
  'parameters.*.buffer_size.help': 'Darüber hinaus fallen die ältesten Übergänge heraus.',
  'parameters.reinforce.buffer_size.unit': 'Schritte',
  'parameters.reinforce.buffer_size.help':
    'Wo die Episoden ihn füllen, kommt das Update früher und schneidet die letzte ab.',
  'parameters.*.warmup_steps.title': 'Aufwärmphase',
  'parameters.*.warmup_steps.unit': 'Schritte',
  'parameters.*.warmup_steps.help': 'Am Anfang: gleichverteilte Aktionen und keine Updates.',
  'parameters.*.warmup_hold.title': 'Aktionen der Aufwärmphase halten',
  'parameters.*.warmup_hold.unit': 'Schritte',
  'parameters.*.warmup_hold.help':
    'So lange wird jede zufällige Aktion der Aufwärmphase wiederholt.',
  'parameters.*.steps_per_iteration.title': 'Schritte je Iteration',
  'parameters.*.steps_per_iteration.unit': 'Schritte',
  'parameters.*.steps_per_iteration.help':
    'Umgebungsschritte mit einer Policy, zwischen zwei Runden von Updates.',
  'parameters.*.updates_per_iteration.title': 'Updates je Iteration',
  'parameters.*.updates_per_iteration.help':
    'Einige Gradientenschritte verbessern die Policy; viel zu viele überanpassen sich dem Puffer.',
  'parameters.*.recent_iterations.title': 'wiederholte Iterationen',
  'parameters.*.recent_iterations.help':
    'Nur so viele letzte Policies wiederholen; 0: die Mischung aller im Puffer.',

  'parameters.*.hidden_layers.title': 'verdeckte Schichten',
  'parameters.*.hidden_layers.help':
    'Des Actors und jedes Critics. 0: linear; bei Indikatoren eine Tabelle.',
  'parameters.*.hidden_units.title': 'Neuronen je Schicht',
  'parameters.*.hidden_units.help': 'Breite jeder verdeckten Schicht.',
  'parameters.*.activation.title': 'Aktivierung',
  'parameters.*.activation.help': 'Der verdeckten Schichten.',
  'parameters.*.activation.options.identity.title': 'Identität',
  'parameters.*.activation.options.identity.help': 'Keine Nichtlinearität: alles wird linear.',
  'parameters.*.activation.options.relu.title': 'ReLU',
  'parameters.*.activation.options.relu.help': 'max(0, x).',
  'parameters.*.activation.options.tanh.title': 'tanh',
  'parameters.*.activation.options.tanh.help': 'Glatt und beschränkt.',

  'parameters.*.policy_delay.title': 'Verzögerung der Policy',
  'parameters.*.policy_delay.unit': 'Updates',
  'parameters.*.policy_delay.help':
    'Der Actor und alle Zielnetze bewegen sich in jedem d-ten Update; TD3 hat 2.',
  'parameters.*.target_noise.title': 'Rauschen des Ziels',
  'parameters.*.target_noise.help': 'Glättet das Ziel über nahe Aktionen; TD3 hat 0,2.',
  'parameters.*.target_noise_clip.title': 'Grenze des Zielrauschens',
  'parameters.*.target_noise_clip.help': 'Das größte Rauschen des Ziels.',
  'parameters.*.exploration.title': 'Rauschen zum Erkunden',
  'parameters.*.exploration.help':
    'Kommt zur deterministischen Policy dazu, die allein nie erkunden würde.',
  'parameters.*.exploration.options.gaussian.title': 'Gauß',
  'parameters.*.exploration.options.gaussian.help': 'Unabhängig in jedem Schritt (TD3).',
  'parameters.*.exploration.options.ornstein_uhlenbeck.title': 'Ornstein-Uhlenbeck',
  'parameters.*.exploration.options.ornstein_uhlenbeck.help':
    'Über die Zeit korreliert: Stöße halten an (DDPG).',
  'parameters.*.exploration_noise.title': 'Standardabweichung des Rauschens',
  'parameters.*.exploration_noise.help': 'Des Rauschens eines Schritts, in Aktionen aus [-1, 1].',
  'parameters.*.reversion.title': 'Rückkehr',
  'parameters.*.reversion.help': 'Anteil des Rauschens, den jeder Schritt zurücknimmt.',

  'parameters.*.advantage.title': 'Advantage',
  'parameters.*.advantage.help':
    'Um wie viel eine Aktion besser war als V, aus den Belohnungen danach.',
  'parameters.*.advantage.options.n_step.title': 'n Schritte',
  'parameters.*.advantage.options.n_step.help':
    'Belohnungen von n Schritten, dann V, minus V jetzt.',
  'parameters.*.advantage.options.generalised.title': 'generalisiert (GAE)',
  'parameters.*.advantage.options.generalised.help':
    'Die Advantages aus n Schritten für alle n, gewichtet mit Lambda.',
  'parameters.*.n.title': 'n',
  'parameters.*.n.unit': 'Schritte',
  'parameters.*.n.help': 'Belohnungen, bevor V für den Rest steht; 0: alle, die der Rollout hat.',
  'parameters.*.lambda.title': 'Lambda',
  'parameters.*.lambda.help': '0 glaubt V nach einem Schritt, 1 nicht vor dem Ende des Rollouts.',
  'parameters.*.entropy_weight.title': 'Gewicht der Entropie',
  'parameters.*.entropy_weight.help': 'Der Entropie der Policy in der Zielfunktion des Actors.',
  'parameters.*.gradient_norm.title': 'größte Norm des Gradienten',
  'parameters.*.gradient_norm.help':
    'Ein längerer Gradient des Actors oder des Critics wird darauf gekürzt; 0: nie.',
  'parameters.*.environments.title': 'Umgebungen',
  'parameters.*.environments.help':
    'Kopien, die reihum drankommen, so dass ein Update viele Episoden sieht.',
  'parameters.*.steps.title': 'Schritte',
  'parameters.*.steps.unit': 'je Umgebung',
  'parameters.*.steps.help': 'Zwischen Updates.',
  'parameters.*.normalise_advantages.title': 'Advantages normieren',
  'parameters.*.normalise_advantages.help':
    'Auf Mittel 0 und Abweichung 1 in jedem Update: eine verkleidete Baseline.',
  'parameters.*.episodes_per_update.title': 'Episoden je Update',
  'parameters.*.episodes_per_update.help': 'Ganze Episoden, deren Mittel der Gradient ist.',

  'parameters.*.target_interval.title': 'Intervall des Zielnetzes',
  'parameters.*.target_interval.unit': 'Updates',
  'parameters.*.target_interval.help': 'Updates von einer Bewegung des Zielnetzes zur nächsten.',
  'parameters.*.double_q.title': 'doppeltes Q-Learning',
  'parameters.*.double_q.help': 'Die nächste Aktion nach Q wählen, mit dem Zielnetz bewerten.',
  'parameters.*.epsilon_start.title': 'erster Zufallsanteil',
  'parameters.*.epsilon_start.help': 'Anteil zufälliger Aktionen am Anfang.',
  'parameters.*.epsilon_end.title': 'letzter Zufallsanteil',
  'parameters.*.epsilon_end.help': 'Anteil zufälliger Aktionen am Ende.',
  'parameters.*.epsilon_steps.title': 'fällt über',
  'parameters.*.epsilon_steps.unit': 'Schritte',
  'parameters.*.epsilon_steps.help': 'Umgebungsschritte vom ersten zum letzten Anteil.',
  'parameters.*.target.title': 'nächster Wert',
  'parameters.*.target.help': 'Was ein Schritt vom nächsten Zustand erwartet.',
  'parameters.*.target.options.maximum.title': 'Maximum',
  'parameters.*.target.options.maximum.help': 'Der besten nächsten Aktion: Q-Learning.',
  'parameters.*.target.options.expectation.title': 'Erwartung',
  'parameters.*.target.options.expectation.help':
    'Über das, was beim Erkunden als Nächstes geschieht: Expected SARSA.',
  'parameters.*.target.options.next_action.title': 'nächste Aktion',
  'parameters.*.target.options.next_action.help': 'Dessen, was als Nächstes getan wird: SARSA.',
  'parameters.*.initial_value.title': 'Anfangswert',
  'parameters.*.initial_value.help': 'Jeder Aktion in jedem Zustand; Optimismus erkundet.',
};
