/** The focus after something that took a while. */

/**
 * To be asked for as the deed begins. What it answers moves the focus, unless whoever acted has gone on elsewhere
 * meanwhile: a slow answer must not pull anybody out of the dialog they have opened since.
 */
export function focusKept(): (to: HTMLElement | null | undefined) => void {
  const from = document.activeElement;
  return (to) => {
    const { activeElement } = document;
    // What is taken away under the focus leaves it on the page itself.
    if (activeElement === from || activeElement === null || activeElement === document.body) to?.focus();
  };
}
