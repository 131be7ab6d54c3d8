/** After the last test file: what the files shared is ended. */

export default async function ends(): Promise<void> {
  await globalThis.endRun?.();
}
