import type { pairTitles } from '../en/pairs';
import type { Translated } from '../translated';

export const pairs: Translated<typeof pairTitles> = {
  'score-function': 'Score-Funktion ohne Baseline oder Reparametrisierung',
  'leave-one-out': 'Score-Funktion mit Leave-one-out-Baseline oder Reparametrisierung',
  dimension: 'Bandit mit 32 Aktionsdimensionen: Leave-one-out oder Reparametrisierung',
  deterministic: 'Pendel: DDPG, eine deterministische Policy, oder SAC',
  bootstrapping: 'Stab auf Wagen: REINFORCE oder A2C',
  'many-updates': 'Pendel: sechzehn Gradientenschritte je Umgebungsschritt oder einer',
  'warm-up': 'Auto am Berg: unabhängige oder gehaltene Zufallsaktionen vor dem Lernen',
  minimum: 'Acrobot: Minimum oder Mittel zweier Critics',
  tables: 'Gitterwelt: tabellarischer Actor-Critic oder tabellarisches Q-Learning',
};
