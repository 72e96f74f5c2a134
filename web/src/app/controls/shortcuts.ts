const INTERACTIVE = 'button, input, select, textarea, summary, a[href], [contenteditable]';

/** Calls `toggle` for the space bar, unless a control that uses it has the focus. */
export function listenForSpace(target: Document, toggle: () => void): void {
  target.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const [focused] = event.composedPath();
    if (focused instanceof Element && focused.matches(INTERACTIVE)) return;
    event.preventDefault();
    toggle();
  });
}
