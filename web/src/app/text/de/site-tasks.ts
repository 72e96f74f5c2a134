import type { siteTaskStrings } from '../en/site-tasks';
import type { Translated } from '../translated';

export const siteTasks: Translated<typeof siteTaskStrings> = {
  foreign: (origin) =>
    `eine Aufgabe ist Code, daher darf sie nur von dieser Website kommen, ${origin}`,
  missing: (status) => `dort ist nichts (${status})`,
  redirected: 'der Server verweist woandershin, dem wird nicht gefolgt',
  otherType: (type) => `kommt als ${type}, JavaScript ist text/javascript`,
  unreachable: 'ließ sich nicht laden',
  taken: (id) => `eine Umgebung ${id} gibt es schon: sie braucht eine andere id`,
  most: (count) => `mehr als ${count} Aufgaben`,
};
