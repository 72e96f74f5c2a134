/** Environments and what can be set of them, by their ids. */
export const environments: Readonly<Record<string, string>> = {
  'groups.Run': 'Lauf',
  'parameters.environment.title': 'Umgebung',
  'parameters.environment.help': 'Die Aufgabe.',
  'parameters.algorithm.title': 'Algorithmus',
  'parameters.algorithm.help': 'Was lernt.',
  'parameters.seed.title': 'Seed',
  'parameters.seed.help': 'Gleicher Seed, gleiche Bits, auf jedem Rechner.',
  'parameters.evaluate_every.title': 'auswerten alle',
  'parameters.evaluate_every.unit': 'Schritte',
  'parameters.evaluate_every.help':
    'Umgebungsschritte zwischen Auswertungen aus den festen Startzuständen; 0: nie.',
  'parameters.diagnostics_every.title': 'Diagnose alle',
  'parameters.diagnostics_every.unit': 'Schritte',
  'parameters.diagnostics_every.help': 'Umgebungsschritte, über die jede Diagnose gemittelt wird.',
  'parameters.probe_every.title': 'Gradienten messen alle',
  'parameters.probe_every.unit': 'Updates',
  'parameters.probe_every.help':
    'Updates zwischen Messungen, wie sehr Gradientenschätzungen streuen; 0: nie. Sie ändern den ' +
    'Lauf nicht.',
  'parameters.normalise_observations.title': 'Beobachtungen normieren',
  'parameters.normalise_observations.help':
    'Bildet den üblichen Bereich jeder Komponente auf [-1, 1] ab.',
  'parameters.reward_scale.title': 'Skala der Belohnung',
  'parameters.reward_scale.help':
    'Multipliziert die Belohnungen, aus denen gelernt wird; Returns werden ohne sie angegeben.',
  'parameters.reward.title': 'Belohnung',
  'parameters.reward.help':
    'Eine Formel an Stelle der Belohnung der Aufgabe, die in ihr `reward` heißt.',

  'groups.Environment': 'Umgebung',
  'parameters.*.gravity.title': 'Schwerkraft',
  'parameters.*.gravity.unit': 'm/s²',
  'environments.pendulum.title': 'Pendel',
  'environments.pendulum.help':
    'Einen Stab aufschwingen, mit einem Drehmoment, das zu schwach ist, ihn direkt zu heben, und ' +
    'oben halten.',
  'parameters.pendulum.gravity.help': 'Zieht den Stab hinunter; Gymnasium verwendet 10.',
  'environments.mountain_car_continuous.title': 'Auto am Berg, kontinuierlich',
  'environments.mountain_car_continuous.help':
    'Ein schwaches Auto aus einem Tal schaukeln; Kraft kostet, und nur das Ziel zahlt.',
  'environments.mountain_car.title': 'Auto am Berg',
  'environments.mountain_car.help':
    'Ein schwaches Auto aus einem Tal schaukeln; jeder Schritt kostet dasselbe, bis es ' +
    'draußen ist.',
  'parameters.*.power.title': 'Leistung',
  'parameters.*.power.help':
    'Beschleunigung bei Vollgas; über 0,0025 braucht es keinen Schwung. Gymnasium verwendet ' +
    '0,001, und 0,0015, wo das Gas kontinuierlich ist.',
  'environments.cart_pole.title': 'Stab auf Wagen',
  'environments.cart_pole.help':
    'Einen Wagen nach links oder rechts stoßen, damit der Stab darauf nicht umfällt.',
  'parameters.cart_pole.gravity.help': 'Zieht den Stab hinunter; Gymnasium verwendet 9,8.',
  'environments.cart_pole_swing_up.title': 'Stab auf Wagen, aufschwingen',
  'environments.cart_pole_swing_up.help':
    'Einen hängenden Stab aufschwingen, indem man den Wagen bewegt, und oben halten.',
  'environments.cart_pole_swing_up.source':
    'Die Dynamik von Gymnasium CartPole-v1; Aufgabe dieses Projekts',
  'parameters.cart_pole_swing_up.gravity.help': 'Zieht den Stab hinunter; Gymnasium verwendet 9,8.',
  'environments.acrobot.title': 'Acrobot',
  'environments.acrobot.help':
    'Zwei Glieder durch einen Motor zwischen ihnen aufschwingen. Bei Gymnasium gilt −100 ' +
    'als gelöst.',
  'parameters.acrobot.gravity.help': 'Zieht beide Glieder hinunter; Gymnasium verwendet 9,8.',
  'environments.reacher.title': 'Greifer',
  'environments.reacher.help':
    'Die Spitze eines zweigliedrigen Arms zu einem Ziel bringen: zwei Aktionen zugleich.',
  'environments.reacher.source': 'Aufgabe dieses Projekts, in der Art von Gymnasium Reacher',
  'parameters.reacher.friction.title': 'Reibung',
  'parameters.reacher.friction.unit': 'N m s',
  'parameters.reacher.friction.help':
    'Der Gelenke, je Geschwindigkeit; ohne sie muss jede Bewegung gebremst werden.',
  'environments.bandit.title': 'Bandit',
  'environments.bandit.help':
    'Einmal wählen und belohnt werden: ein Policy-Gradient ohne Zeit und Zustände.',
  'environments.bandit.source': 'Geschlossene Formen aus core/base/analytic.h',
  'parameters.bandit.dimensions.title': 'Dimensionen',
  'parameters.bandit.dimensions.help':
    'Der Aktion. Die Varianz der Score-Funktion wächst mit ihnen.',
  'parameters.bandit.objective.title': 'Zielfunktion',
  'parameters.bandit.objective.help':
    'Die Belohnung ist ihre Summe über die Dimensionen der Aktion.',
  'parameters.bandit.objective.options.linear.title': 'linear',
  'parameters.bandit.objective.options.linear.help': 'x: überall dieselbe Steigung.',
  'parameters.bandit.objective.options.quadratic.title': 'quadratisch',
  'parameters.bandit.objective.options.quadratic.help': '−(x − 0,3)²/2: ein glattes Maximum.',
  'parameters.bandit.objective.options.bimodal.title': 'zwei Hügel',
  'parameters.bandit.objective.options.bimodal.help':
    'Ein breiter, flacher Hügel bei −0,5 und ein schmaler, höherer bei 0,6.',
  'parameters.bandit.objective.options.cosine.title': 'Kosinus',
  'parameters.bandit.objective.options.cosine.help':
    'cos ωx: je schneller er schwingt, desto größer ist die Steigung, nicht der Wert.',
  'parameters.bandit.objective.options.step.title': 'Stufe',
  'parameters.bandit.objective.options.step.help':
    '1, wo x > 0,25, sonst 0: die Steigung sagt nichts.',
  'parameters.bandit.objective.options.ripple.title': 'Wellen',
  'parameters.bandit.objective.options.ripple.help':
    '−x² + 0,1 sin ωx: ein glatter Hügel mit kleinen, steilen Wellen.',
  'parameters.bandit.frequency.title': 'Frequenz',
  'parameters.bandit.frequency.help':
    'Des Kosinus und der Wellen; die anderen Zielfunktionen haben keine.',
  'parameters.bandit.reward_noise.title': 'Rauschen der Belohnung',
  'parameters.bandit.reward_noise.help':
    'Standardabweichung dessen, was an der Belohnung zufällig ist.',
  'environments.lqr.title': 'Linear-quadratischer Regler',
  'environments.lqr.help':
    'Ein verrauschtes lineares System zu kleinen Kosten auf 0 bringen; alle Antworten sind exakt.',
  'environments.lqr.source': 'Geschlossene Formen aus core/env/lqr_solution.h',
  'parameters.lqr.dimensions.title': 'Dimensionen',
  'parameters.lqr.dimensions.help': 'Des Zustands und der Aktion.',
  'parameters.lqr.noise.title': 'Prozessrauschen',
  'parameters.lqr.noise.help':
    'Standardabweichung dessen, was jede Komponente in jedem Schritt stört.',
  'environments.formula.title': 'Formeln',
  'environments.formula.help':
    'Eine eigene Aufgabe: schreiben Sie, was als Nächstes kommt, und was es wert ist.',
  'parameters.formula.task.title': 'Formeln',
  'parameters.formula.task.help':
    'Die Abschnitte constants, state, action, next, reward, terminate, observe, limit, seconds ' +
    'und draw.',
  'parameters.formula.*.help': 'Eine Konstante der Aufgabe.',
  'environments.gridworld.title': 'Gitterwelt',
  'environments.gridworld.help':
    'Vorbei an der Grube zum Ziel gehen, auf einem Boden, der rutschig sein kann.',
  'environments.gridworld.source': 'Russell und Norvig, die Welt mit 4 mal 3 Zellen',
  'parameters.gridworld.map.title': 'Karte',
  'parameters.gridworld.map.help':
    'Zeilen von oben, getrennt durch -: . Boden, x Wand, g Ziel, p Grube, s Start, c Klippe.',
  'parameters.gridworld.slip.title': 'Rutschen',
  'parameters.gridworld.slip.help':
    'Wahrscheinlichkeit, dass ein Zug stattdessen zur einen oder anderen Seite geht.',
  'parameters.gridworld.step_reward.title': 'Belohnung eines Schritts',
  'parameters.gridworld.step_reward.help': 'Unter 0 lohnt sich Eile.',
  'parameters.gridworld.goal_reward.title': 'Belohnung des Ziels',
  'parameters.gridworld.goal_reward.help': 'Zusätzlich zu der des Schritts, der hineinführt.',
  'parameters.gridworld.pit_reward.title': 'Belohnung der Grube',
  'parameters.gridworld.pit_reward.help':
    'Zusätzlich zu der des Schritts, der hinein oder über die Klippe führt.',
  'parameters.gridworld.discount.title': 'Diskontierung der Werte',
  'parameters.gridworld.discount.help':
    'Der exakten Werte im Bild; Belohnungen hängen nicht davon ab.',
  'environments.half_cheetah.title': 'Halber Gepard',
  'environments.half_cheetah.help': 'Sechs Gelenke: vorwärts rennen, mit wenig Aufwand.',
  'environments.half_cheetah.source': 'Gymnasium HalfCheetah-v5; Modell dieses Projekts',
  'environments.hopper.title': 'Hüpfer',
  'environments.hopper.help': 'Ein Bein mit drei Gelenken: vorwärts hüpfen, ohne zu fallen.',
  'environments.hopper.source': 'Gymnasium Hopper-v5; Modell dieses Projekts',
  'environments.walker.title': 'Läufer',
  'environments.walker.help': 'Zwei Beine mit drei Gelenken: vorwärts gehen, ohne zu fallen.',
  'environments.walker.source': 'Gymnasium Walker2d-v5; Modell dieses Projekts',
  'environments.quadruped.title': 'Vierbeiner',
  'environments.quadruped.help':
    'Vier Beine mit zwei Gelenken, gehalten, wo die Aktion sagt: gehen, ohne zu fallen.',
  'environments.quadruped.source': 'Aufgabe und Modell dieses Projekts',
};
