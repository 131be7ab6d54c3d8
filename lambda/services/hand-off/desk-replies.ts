/** What the team writes often, as one merchant sets it: in each language, with places that are filled for a shopper. */

/** What stands in a place: the shopper's first name, who writes, the hand-off's reference, its order's number, the shop. */
export const REPLY_PLACES = ['name', 'agent', 'reference', 'order', 'shop'] as const;
export type ReplyPlace = (typeof REPLY_PLACES)[number];

export type DeskReply = { readonly title: string; readonly text: string };

/** By language. */
export type DeskReplies = Readonly<Record<string, readonly DeskReply[]>>;

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/** What is not known is left as it stands, for the person who sends it to see. */
export function filled(text: string, known: Readonly<Record<ReplyPlace, string | null>>): string {
  return text.replace(PLACE, (place, name: string) => (isPlace(name) ? (known[name] ?? place) : place));
}

/** The places of a text that nobody could fill. */
export function unknownPlaces(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].flatMap(([, name = '']) => (isPlace(name) ? [] : [name]));
}

function isPlace(name: string): name is ReplyPlace {
  return REPLY_PLACES.some((place) => place === name);
}
