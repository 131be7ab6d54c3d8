/** What this browser keeps; where it may keep nothing (a frame without storage), for as long as the page lives. */

const memory = new Map<string, string>();

export function keep(where: 'localStorage' | 'sessionStorage', key: string, value: string | null): void {
  memory.set(key, value ?? '');
  try {
    if (value === null) window[where].removeItem(key);
    else window[where].setItem(key, value);
  } catch {
    // Storage is refused or full: the memory has it.
  }
}

export function kept(where: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return memory.get(key) || null;
  }
}
