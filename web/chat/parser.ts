/** Takes Server-Sent Events out of a text that comes in pieces. */

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
