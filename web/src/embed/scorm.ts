// What a package for learning platforms opens: the playground in a frame, and what is told of it to
// the platform by SCORM 1.2. Without a platform it is the playground in a frame.
import { EMBED_SOURCE, type EmbedMessage } from '../protocol/embedding';
import { findApi, Session } from './scorm-session';

const script = document.currentScript as HTMLScriptElement;
const { frame: address = '', hash = '', title = '' } = script.dataset;
const refused = (what: string, why: string) =>
  `The learning platform has not recorded ${what}: ${why}.`;

const api = findApi(window);
const session = api && Session.begin(api, (what, why) => complain(refused(what, why)));
const kept = session?.kept ?? null;
const style = document.createElement('style');
style.textContent = `
  body { margin: 0; }
  iframe { display: block; width: 100%; min-height: 100vh; border: 0; }
  p { margin: 0; padding: 0.75rem; background: #fde8e4; color: #7a1d0c; font-family: sans-serif; }`;
const frame = document.createElement('iframe');
frame.title = title;
frame.allow = 'clipboard-write';
// What is kept of an experiment is its link; a lesson asks for what is kept of it.
const about = kept?.link?.replace(/^[^#]*/, '') ?? hash;
const options = hash
  .slice(1)
  .split('&')
  .filter((part) => /^(show|hide|lock|theme)=/.test(part));
frame.src = address + (about === hash ? hash : [about, ...options].join('&'));
document.head.append(style);
document.body.append(frame);

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source === null || source !== frame.contentWindow || origin !== location.origin) return;
  if (isOurs(data)) hear(data);
  else if (isQuestion(data)) answer(data.message_id);
});
// A frame that is taken away is told of no other end.
addEventListener('pagehide', () => session?.finish());

function hear(message: EmbedMessage): void {
  switch (message.type) {
    case 'resize':
      frame.style.height = `${message.height}px`;
      break;
    case 'state':
      session?.keep({ link: message.link });
      break;
    case 'progress':
      session?.record(message.result, message.predictions);
      session?.keep({ link: message.link, state: message.state });
      break;
    case 'complete':
      session?.record(message.result, []);
      break;
    case 'ready':
  }
}

/** As platforms do that speak SPLICE. */
function answer(id: unknown): void {
  const subject = 'SPLICE.getState.response';
  const state = kept?.state ?? null;
  frame.contentWindow?.postMessage({ subject, message_id: id, state }, location.origin);
}

function isOurs(data: unknown): data is EmbedMessage {
  return (data as { source?: unknown } | null)?.source === EMBED_SOURCE;
}

function isQuestion(data: unknown): data is { message_id: unknown } {
  return (data as { subject?: unknown } | null)?.subject === 'SPLICE.getState';
}

function complain(text: string): void {
  if (document.querySelector('[role="alert"]')) return;
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.body.prepend(line);
}
