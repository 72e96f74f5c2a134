// The element as an anywidget (anywidget.dev), for documents of MyST, Jupyter, marimo and Colab:
// one module without dependencies, which may lie anywhere.
import './element';
import { EMBED_SOURCE, type EmbedMessage } from '../protocol/embedding';

/** What of a model is used; not every program has all of it. */
interface Model {
  get(name: string): unknown;
  set?(name: string, value: unknown): void;
  save_changes?(): void;
  on?(event: string, listener: () => void): void;
  off?(event: string, listener: () => void): void;
}

const ATTRIBUTES = 'src base experiment task show hide lock theme poster title'.split(' ');
/** What the model is told, where it takes it. */
const TOLD = ['state', 'progress', 'complete'] as const;

/** Shows what the model has; what is given back removes it. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const element = document.createElement(EMBED_SOURCE);
  const update = () => {
    for (const name of ATTRIBUTES) {
      const value = model.get(name);
      if (typeof value === 'string' && value !== '') element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
    const folder = folderOf(import.meta.url);
    const isKnown = element.hasAttribute('src') || element.hasAttribute('base');
    if (!isKnown && folder) element.setAttribute('base', folder);
  };
  const tell = (event: Event) => {
    model.set?.(event.type, (event as CustomEvent<EmbedMessage>).detail);
    model.save_changes?.();
  };
  update();
  for (const type of TOLD) element.addEventListener(type, tell);
  for (const name of ATTRIBUTES) model.on?.(`change:${name}`, update);
  el.append(element);
  return () => {
    for (const name of ATTRIBUTES) model.off?.(`change:${name}`, update);
    element.remove();
  };
}

/** The folder of this file, unless it has been copied somewhere else under another name. */
function folderOf(address: string): string | null {
  return address.endsWith('/actor-critic-playground-widget.js')
    ? address.slice(0, address.lastIndexOf('/') + 1)
    : null;
}

export default { render };
