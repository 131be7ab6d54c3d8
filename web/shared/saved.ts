/** Has the browser save bytes under a name. */

export function saved(bytes: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has begun to save it by then, and holds it itself.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
