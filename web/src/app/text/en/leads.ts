import { part } from '../language';

/** What a pair is about, by its id; the first ones say it with the page. */
export const leads = part<Readonly<Record<string, string>>>('leads', {
  dimension:
    'A choice of 32 numbers, one reward, and no time. The score function has one number per ' +
    'sample for 32 directions, so its variance grows with them. With a baseline and a batch ' +
    'to average over, does that still show? Press Play.',
  deterministic:
    'Both follow the slope of a critic. DDPG learns one action per state and adds noise to ' +
    'explore; soft actor-critic learns a distribution and is paid for its entropy. Press Play.',
  bootstrapping:
    'REINFORCE waits for the end of an episode and uses its return. A2C uses a few rewards ' +
    'and its critic’s guess of the rest: less noise, some bias. Press Play and compare.',
  'many-updates':
    'Both climb a learned Q. Sixteen steps at once are ahead at first; then the policy ' +
    'outruns what its critic knows. Press Play and look again after 5,000 steps.',
  'warm-up':
    'Before it learns, soft actor-critic acts at random. A force redrawn at every step ' +
    'averages out; held for a while, it rocks the car up to the flag. Press Play.',
  minimum:
    'The smaller of two critics keeps values from growing out of hand. With discrete actions ' +
    'on Acrobot that pessimism can stop exploration. Press Play, and try several seeds.',
  tables:
    'Few enough cells to see all of both agents. Actor-critic learns V of its own policy, ' +
    'Q-learning the Q of the best one; below, the exact values are beside them. Press Play.',
});
