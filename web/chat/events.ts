/** Reads Server-Sent Events from a fetched body, because the browser's own reader cannot send a header. */

export type ServerEvent = { readonly id: string; readonly event: string; readonly data: string };

/** Feeds on text in any pieces and gives the events that are complete. */
export function createParser(): (piece: string) => readonly ServerEvent[] {
  let rest = '';
  let fields = new Map<string, string>();
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const line of lines) {
      if (line !== '') {
        const colon = line.indexOf(':');
        if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
        continue;
      }
      const data = fields.get('data');
      if (data !== undefined)
        events.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? 'message', data });
      fields = new Map();
    }
    return events;
  };
}

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
