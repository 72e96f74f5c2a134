const KEY = 'kept-runs';

/** Whether a visit has left runs in this browser, so that who has none need not look for them. */
export function isMarked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function setMark(isMarked: boolean): void {
  try {
    if (isMarked) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // The next visit then looks for runs only once it has some itself.
  }
}
