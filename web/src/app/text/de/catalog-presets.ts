/** Presets, by their ids. */
export const presets: Readonly<Record<string, string>> = {
  'presets.pendulum-sac.title': 'SAC, Reparametrisierung',
  'presets.pendulum-sac.teaches':
    'Der pfadweise Gradient lernt in 3.000 Schritten, aufzuschwingen und zu halten.',
  'presets.pendulum-sac-score-function.title': 'SAC, Score-Funktion ohne Baseline',
  'presets.pendulum-sac-score-function.teaches':
    'Derselbe Critic, dieselbe Verzerrung: allein die Varianz hält ihn vom Lernen ab.',
  'presets.pendulum-sac-leave-one-out.title': 'SAC, Score-Funktion mit Leave-one-out-Baseline',
  'presets.pendulum-sac-leave-one-out.teaches':
    'Mit einer Baseline aus zwei Stichproben lernt die Score-Funktion wie die ' +
    'Reparametrisierung, kann aber zurückfallen.',
  'presets.pendulum-sac-lecture.title': 'SAC ohne Entropie',
  'presets.pendulum-sac-lecture.teaches':
    'DPG mit stochastischer Policy: es ist hier nicht der Entropiebonus, durch den sie lernt.',
  'presets.pendulum-q-actor-critic.title': 'Q-Actor-Critic',
  'presets.pendulum-q-actor-critic.teaches':
    'Das Policy-Gradienten-Theorem mit gelerntem Q: off-policy, ohne Returns.',
  'presets.pendulum-dpg.title': 'DPG, wie in der Vorlesung',
  'presets.pendulum-dpg.teaches':
    'Q an das vorige anpassen, das zehn Updates lang stillhält, dann darauf steigen: lernt, ' +
    'vergisst und lernt nicht immer wieder.',
  'presets.pendulum-ddpg.title': 'DDPG',
  'presets.pendulum-ddpg.teaches':
    'Ziele, die langsam folgen, machen den deterministischen Policy-Gradienten ruhig.',
  'presets.pendulum-td3.title': 'TD3',
  'presets.pendulum-td3.teaches':
    'Zwei Critics, ein verzögerter Actor, geglättete Ziele: Vorsicht kostet Schritte und bringt ' +
    'Sicherheit.',
  'presets.pendulum-q-actor-critic-many-updates.title': 'Q-Actor-Critic, viele Updates je Schritt',
  'presets.pendulum-q-actor-critic-many-updates.teaches':
    'Sechzehn Gradientenschritte statt einem: zuerst voraus, dann läuft die Policy dem davon, ' +
    'was ihr Critic weiß.',
  'presets.pendulum-sac-recent.title': 'SAC, Replay nur der letzten Policies',
  'presets.pendulum-sac-recent.teaches':
    'Ohne die Mischung aller früheren Policies vergisst der Critic, was er gesehen hat.',
  'presets.pendulum-a2c.title': 'A2C, generalisierte Advantages',
  'presets.pendulum-a2c.teaches':
    'On-policy braucht es hundertmal so viele Schritte wie SAC, und jeder ist billig.',
  'presets.pendulum-reinforce.title': 'REINFORCE',
  'presets.pendulum-reinforce.teaches':
    'Returns ganzer Episoden sind hier zu verrauscht: nach dreißigmal so vielen Schritten wie ' +
    'SAC hat es nicht begonnen.',
  'presets.cart-pole-reinforce.title': 'REINFORCE mit gelernter Baseline',
  'presets.cart-pole-reinforce.teaches':
    'Künftige Belohnung minus V(s): das reicht, wo Episoden Gut von Schlecht unterscheiden.',
  'presets.cart-pole-reinforce-no-baseline.title': 'REINFORCE ohne Baseline',
  'presets.cart-pole-reinforce-no-baseline.teaches':
    'Im Mittel richtig und verrauschter: kommt hin und bleibt vielleicht nicht.',
  'presets.cart-pole-a2c.title': 'A2C, Returns aus fünf Schritten',
  'presets.cart-pole-a2c.teaches':
    'Bootstrapping nach wenigen Schritten tauscht etwas Verzerrung gegen viel weniger Varianz.',
  'presets.cart-pole-a2c-one-step.title': 'A2C, ein Schritt, eine Umgebung',
  'presets.cart-pole-a2c-one-step.teaches':
    'Ein Update aus jedem einzelnen Schritt stützt sich auf V, bevor V etwas taugt, und erholt ' +
    'sich selten.',
  'presets.cart-pole-dqn.title': 'DQN',
  'presets.cart-pole-dqn.teaches':
    'Q-Learning, wo das Maximum über Aktionen leicht ist: es gibt zwei.',
  'presets.cart-pole-sac-discrete.title': 'Diskretes SAC, exakte Summe',
  'presets.cart-pole-sac-discrete.teaches':
    'Bei zwei Aktionen ist der Gradient des Actors eine Summe: keine Stichproben, keine Varianz.',
  'presets.cart-pole-sac-discrete-score-function.title': 'Diskretes SAC, Score-Funktion',
  'presets.cart-pole-sac-discrete-score-function.teaches':
    'Derselbe Gradient aus einer gezogenen Aktion: im Mittel richtig, und langsamer.',
  'presets.acrobot-dqn.title': 'DQN',
  'presets.acrobot-dqn.teaches': 'Eine Belohnung von −1 je Schritt, bis die Spitze oben ist.',
  'presets.acrobot-sac-discrete.title': 'Diskretes SAC, Mittel der Critics',
  'presets.acrobot-sac-discrete.teaches':
    'Das Mittel zweier Critics erkundet weiter, bis es das Ziel findet.',
  'presets.acrobot-sac-discrete-minimum.title': 'Diskretes SAC, Minimum der Critics',
  'presets.acrobot-sac-discrete-minimum.teaches':
    'Das Minimum unterschätzt, was nicht probiert wurde, und das Erkunden erlischt.',
  'presets.acrobot-a2c.title': 'A2C',
  'presets.acrobot-a2c.teaches':
    'Sechzehn Umgebungen zugleich entkoppeln, was eine allein wiederholen würde.',
  'presets.mountain-car-continuous-sac.title': 'SAC, gehaltene Aufwärmphase',
  'presets.mountain-car-continuous-sac.teaches':
    'Zufällige Stöße, die zwanzig Schritte dauern, finden die Fahne; dann hat SAC etwas zu lernen.',
  'presets.mountain-car-continuous-sac-iid-warm-up.title': 'SAC, unabhängige Aufwärmphase',
  'presets.mountain-car-continuous-sac-iid-warm-up.teaches':
    'Zufällige Stöße, die sich aufheben, erreichen die Fahne nie, und Nichtstun sieht am ' +
    'besten aus.',
  'presets.mountain-car-continuous-ddpg.title': 'DDPG, Ornstein-Uhlenbeck-Rauschen',
  'presets.mountain-car-continuous-ddpg.teaches':
    'Rauschen, das anhält, erkundet, wo unabhängiges Rauschen stillsteht.',
  'presets.mountain-car-dqn.title': 'DQN, gehaltene Aufwärmphase',
  'presets.mountain-car-dqn.teaches':
    'Die Fahne ist das einzige Ereignis: ohne einen zufälligen Schwung bis zu ihr sehen alle ' +
    'Aktionen gleich aus.',
  'presets.gridworld-q-learning.title': 'Tabellarisches Q-Learning',
  'presets.gridworld-q-learning.teaches':
    'Eine Tabelle, ein Maximum und etwas Neugier finden die exakten Werte.',
  'presets.gridworld-actor-critic.title': 'Tabellarischer Actor-Critic',
  'presets.gridworld-actor-critic.teaches':
    'Ohne verdeckte Schichten sind beide Netze Tabellen: übrig bleibt der Policy-Gradient selbst.',
  'presets.cliff-q-learning.title': 'Klippengang, Q-Learning',
  'presets.cliff-q-learning.teaches':
    'Lernt den kürzesten Weg, 13 Schritte am Rand entlang, und fällt, wenn es dort erkundet.',
  'presets.cliff-sarsa.title': 'Klippengang, SARSA',
  'presets.cliff-sarsa.teaches':
    'Rechnet mit eigenen Fehltritten und meidet den Rand: längerer Weg, weniger Stürze.',
  'presets.cart-pole-swing-up-sac.title': 'SAC',
  'presets.cart-pole-swing-up-sac.teaches':
    'Aufschwingen und Balancieren in einer Policy: glatte, kontinuierliche Regelung.',
  'presets.reacher-sac.title': 'SAC',
  'presets.reacher-sac.teaches': 'Zwei Aktionsdimensionen und ein bewegliches Ziel.',
  'presets.lqr-ddpg.title': 'DDPG',
  'presets.lqr-ddpg.teaches':
    'Eine Aufgabe, deren Optimum exakt bekannt ist, durch die Riccati-Gleichung.',
  'presets.bandit-32-reparameterization.title': '32 Aktionsdimensionen, Reparametrisierung',
  'presets.bandit-32-reparameterization.teaches':
    'Eine Stichprobe zeigt die Steigung des Critics in allen 32 Richtungen.',
  'presets.bandit-32-leave-one-out.title':
    '32 Aktionsdimensionen, Score-Funktion mit Leave-one-out-Baseline',
  'presets.bandit-32-leave-one-out.teaches':
    'Mit einer Baseline und einem ganzen Batch zum Mitteln bleibt nur der Fehler des Critics.',
  'presets.half-cheetah-sac.title': 'SAC, Reparametrisierung',
  'presets.half-cheetah-sac.teaches':
    'Sechs Gelenke statt einem: die Steigung des Critics sagt jedem, was zu tun ist.',
  'presets.half-cheetah-sac-leave-one-out.title': 'SAC, Score-Funktion mit Leave-one-out-Baseline',
  'presets.half-cheetah-sac-leave-one-out.teaches':
    'Eine Zahl für sechs Gelenke: mit einer Baseline aus zwei Stichproben genügt das zum Rennen.',
  'presets.half-cheetah-sac-leave-one-out-8.title':
    'SAC, Score-Funktion mit Leave-one-out-Baseline aus acht Stichproben',
  'presets.half-cheetah-sac-leave-one-out-8.teaches':
    'Noch einmal die Score-Funktion, mit acht Stichproben der Policy in jedem Zustand.',
  'presets.half-cheetah-sac-score-function.title': 'SAC, Score-Funktion ohne Baseline',
  'presets.half-cheetah-sac-score-function.teaches':
    'Derselbe Critic, und sechs Gelenke, die eine verrauschte Zahl bekommen: es rennt nie.',
  'presets.half-cheetah-td3.title': 'TD3',
  'presets.half-cheetah-td3.teaches':
    'Eine deterministische Policy steigt dieselbe Steigung hinauf; Rauschen von Hand erkundet.',
  'presets.quadruped-sac.title': 'SAC',
  'presets.quadruped-sac.teaches':
    'Acht Gelenke lernen gehen, aus 60.000 Schritten, in ein, zwei Minuten. Der Roboter der ' +
    'Vorlesung brauchte 160.000 und zwei Stunden: auf dem Boden, wo er fiel und aufgehoben ' +
    'wurde. Dieser ist simuliert; seine Gelenke werden auf Positionen gehalten, wie die von jenem.',
  'presets.hopper-sac.title': 'SAC',
  'presets.hopper-sac.teaches': 'Ein Sturz beendet die Episode: erst lernt es stehen, dann hüpfen.',
  'presets.walker-sac.title': 'SAC',
  'presets.walker-sac.teaches': 'Zwei Beine, die leicht fallen: der längste Weg dieser vier.',
};
