/** The focus after something that took a while. */

/** What people put the focus on themselves; a heading gets it from us alone. */
const CONTROLS = 'a, button, input, select, textarea, [tabindex="0"]';

/**
 * To be asked for as the deed begins. What it answers moves the focus, unless whoever acted has gone on elsewhere
 * meanwhile: a slow answer must not pull anybody out of the dialog they have opened since.
 */
export function focusKept(): (to: HTMLElement | null | undefined) => void {
  const from = document.activeElement;
  return (to) => {
    const { activeElement: now } = document;
    if (now === from || !now?.matches(CONTROLS)) to?.focus();
  };
}
