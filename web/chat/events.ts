/** Reads Server-Sent Events from a fetched body, because the browser's own reader cannot send a header. */

import { createParser, type ServerEvent } from './parser';

/** Resolves when the body ends; rejects when it breaks, or is silent for `silence` milliseconds. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: ServerEvent) => void,
  silence: number,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createParser();
  for (;;) {
    let timer = 0;
    const quiet = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => reject(new Error('silence')), silence);
    });
    try {
      const { done, value } = await Promise.race([reader.read(), quiet]);
      if (done) return;
      for (const event of parse(decoder.decode(value, { stream: true }))) onEvent(event);
    } catch (error) {
      void reader.cancel().catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
