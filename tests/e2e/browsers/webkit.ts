import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Driver, Engine } from './driver';

const MINI_BROWSER =
  process.env.MINI_BROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';

/** WebKitGTK's own small browser on a screen that nobody sees, by requests of W3C WebDriver. */
export const webkit: Engine = {
  name: 'WebKit',
  programs: [MINI_BROWSER, DRIVER, DISPLAY_SERVER],
  launch: async (): Promise<Driver> => {
    const screen = spawn(DISPLAY_SERVER, ['-displayfd', '1', '-screen', '0', '1280x900x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [display] = (await once(createInterface(screen.stdout), 'line')) as [string];
    const port = await freePort();
    const server = spawn(DRIVER, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LANG: 'en_US.UTF-8' },
      stdio: 'ignore',
    });
    const root = `http://127.0.0.1:${port}/session`;
    const { sessionId } = await whenListening(() =>
      post<{ sessionId: string }>(root, { capabilities: { alwaysMatch: capabilities() } }),
    );
    const session = `${root}/${sessionId}`;
    return {
      open: async (url) => {
        await post(`${session}/url`, { url });
      },
      evaluate: (script, argument) =>
        post(`${session}/execute/sync`, {
          script: `return (${script.toString()})(arguments[0])`,
          args: [argument],
        }),
      close: async () => {
        await fetch(session, { method: 'DELETE' });
        await end(server);
        await end(screen);
      },
    };
  },
};

function capabilities() {
  return {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
  };
}

/** A command of WebDriver; its errors say what went wrong. */
async function post<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: T };
  if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Nothing tells that the driver listens, but that it answers. */
async function whenListening<T>(request: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`${DRIVER} does not listen`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
