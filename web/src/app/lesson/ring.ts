import { CONTROLS } from '../../protocol/lesson-names';

/** Room between a control and its ring, in CSS pixels. */
const ROOM = 4;

/** The elements that lead to a control, best first: what opens it stands for what is closed. */
function pathsTo(control: string): (readonly string[])[] {
  const key = /^setting (\S+)$/.exec(control)?.[1];
  const own = key ? ['settings-panel', `parameter-field[data-key="${key}"]`] : CONTROLS[control];
  return [own ?? [], ...(key ? [CONTROLS.settings!] : [])].filter(({ length }) => length > 0);
}

/** The control of a lesson that can be seen, or what opens it; `null` if there is neither. */
export function findControl(root: ParentNode, control: string): Element | null {
  for (const path of pathsTo(control)) {
    const found = path.reduce<ParentNode | null>(
      (within, selector) => within && deepQuery(within, selector),
      root,
    );
    if (found instanceof Element && isSeen(found)) return found;
  }
  return null;
}

/** The first element that matches, in shadow roots too. */
function deepQuery(root: ParentNode, selector: string): Element | null {
  const roots = root instanceof Element && root.shadowRoot ? [root.shadowRoot, root] : [root];
  for (const each of roots) {
    const found = each.querySelector(selector);
    if (found) return found;
    for (const host of each.querySelectorAll('*')) {
      const inside = host.shadowRoot && deepQuery(host.shadowRoot, selector);
      if (inside) return inside;
    }
  }
  return null;
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** Puts a ring around an element, or none around nothing. */
export function place(ring: HTMLElement, around: Element | null): void {
  ring.hidden = around === null;
  if (!around) return;
  const { left, top, width, height } = around.getBoundingClientRect();
  const box = [left - ROOM, top - ROOM, width + 2 * ROOM, height + 2 * ROOM].map(Math.round);
  const text = box.join();
  if (ring.dataset.box === text) return;
  ring.dataset.box = text;
  const [x, y, w, h] = box;
  Object.assign(ring.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
}
