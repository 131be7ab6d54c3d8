/** Where the keyboard goes on when the button it was on is gone: to the conversation, and no phone opens its keys. */

export function toLog(act: () => void): void {
  act();
  document.getElementById('log')?.focus();
}
