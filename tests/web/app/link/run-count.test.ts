import { expect, test } from 'vitest';
import { pageOf } from '../../../../web/src/app/link/page-of';
import { runCount } from '../../../../web/src/app/link/run-count';

test.each([
  ['', 2],
  ['#', 2],
  ['#v=2&pair=score-function&seed=3', 2],
  ['#v=2&seed=3', 2],
  ['#v=2&preset=pendulum-sac&seed=3', 1],
  ['#v=2&environment=lqr', 1],
  ['#v=2&runs=2&preset=pendulum-sac', 2],
  ['#v=2&preset=pendulum-sac&b.sac.tau=0.1', 2],
  ['#v=2&seed=1&a.preset=pendulum-sac&c.preset=lqr-ddpg', 3],
  ['#v=2&preset=pendulum-sac&at=60&digest=0123456789abcdef,fedcba9876543210', 2],
  ['#v=2&preset=pendulum-sac&digest=a,a,a,a,a,a,a', 4],
  ['#v=2&preset=pendulum-sac&at=60&digest=0123456789abcdef%2Cfedcba9876543210', 2],
  ['#v=2&preset=pendulum-sac&digest=a%2ca%2Ca', 3],
  ['#v=2&preset=pendulum-sac&runs=%32', 2],
  ['#v=2&preset=pendulum-sac%26runs%3D4&x=%26runs=3&y=%E0%80&digest%3Da,a', 1],
  ['#v=1&preset=lqr-ddpg&preset=pendulum-sac', 2],
  ['#v=2&runs=9', 2],
])('%j asks for %i', (hash, count) => {
  expect(runCount(hash)).toBe(count);
});

test.each([
  ['', 'playground'],
  ['#v=2&preset=lab', 'playground'],
  ['#lab=&policy=gaussian', 'lab'],
  ['#builder=&v=2&pair=score-function', 'builder'],
  ['#v=2&builder=&lab=', 'builder'],
])('the hash "%s" is about the %s', (hash, page) => {
  expect(pageOf(hash)).toBe(page);
});
