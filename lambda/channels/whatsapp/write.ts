/** From a message to WhatsApp's requests: one bubble, since WhatsApp counts how often one number writes to one person. */

import type { OutMessage } from '../../services/reach/text-channel';
import { type FileType, fileName, kindOfFile } from '../../vocabulary/file-types';
import { listed, partsOf } from '../../vocabulary/long-text';
import type { SentFile } from '../../vocabulary/sent-file';
import { isScopedId, whatsappAddress } from './link';
import type { WhatsappSettings } from './options';

/** WhatsApp's limits, in characters. */
const LONGEST_TEXT = 4_096;
const LONGEST_WITH_OPTIONS = 1_024;
const BUTTONS = { most: 3, title: 20, id: 256 };
const ROWS = { most: 10, title: 24, description: 72, id: 200 };
const LONGEST_PARAMETER = 60;

type Options = OutMessage['options'];
export type WhatsappRequest = Readonly<Record<string, unknown>>;

/** What is written freely within a day of the shopper's last words: one request unless it is longer than WhatsApp allows. */
export function freely(message: OutMessage, address: string): readonly WhatsappRequest[] {
  const to = addressed(address);
  const text = bodyOf(message);
  const interactive = interactiveOf(text, message.options);
  if (interactive) return [{ ...to, type: 'interactive', interactive }];
  const parts = partsOf(`${text}${listed(message.options)}`, LONGEST_TEXT);
  return parts.map((body) => ({ ...to, type: 'text', text: { body, preview_url: false } }));
}

/** Pictures that WhatsApp shows; larger ones go as documents. */
const SHOWN: ReadonlySet<FileType> = new Set<FileType>(['image/jpeg', 'image/png']);
const LARGEST_SHOWN_BYTES = 5 * 1024 * 1024;

type Uploaded = { readonly address: string; readonly media: string };

/** A file that lies at Meta's already; a voice note can have no words beside it. */
export function withFile(message: OutMessage, file: SentFile, { address, media: id }: Uploaded): WhatsappRequest {
  const to = addressed(address);
  const caption = headOf(message).trim();
  const said = caption === '' ? {} : { caption };
  if (SHOWN.has(file.type) && file.bytes.length <= LARGEST_SHOWN_BYTES)
    return { ...to, type: 'image', image: { id, ...said } };
  if (kindOfFile(file) === 'voice' && file.type !== 'audio/wav') return { ...to, type: 'audio', audio: { id } };
  return { ...to, type: 'document', document: { id, filename: fileName(file), ...said } };
}

/** What may be written at any time: that somebody has answered, and under which reference. */
export function byTemplate(
  { name, title, reference }: OutMessage,
  address: string,
  template: NonNullable<WhatsappSettings['template']>,
): WhatsappRequest {
  const parameters = [name ?? title, reference].map((text) => ({ type: 'text', text: parameter(text) }));
  return {
    ...addressed(address),
    type: 'template',
    template: {
      name: template.name,
      language: { policy: 'deterministic', code: template.language },
      components: [{ type: 'body', parameters }],
    },
  };
}

/** An id in `to` would be taken for a number and its message lost without an error: it has a field of its own. */
function addressed(address: string): WhatsappRequest {
  const whom = isScopedId(address) ? { recipient: address } : { to: whatsappAddress(address) };
  return { messaging_product: 'whatsapp', recipient_type: 'individual', ...whom };
}

/** Who writes stands above it where a person does, in bold; a link at its end. */
function bodyOf(message: OutMessage): string {
  const { text, link } = message;
  return `${headOf(message)}${text}${link ? `\n\n${link}` : ''}`;
}

function headOf({ by, name }: OutMessage): string {
  return by === 'person' && name ? `*${name.replace(/[*\s]+/g, ' ').trim()}*\n` : '';
}

/** null: there are none, or they do not fit what can be tapped. */
function interactiveOf(text: string, options: Options): WhatsappRequest | null {
  if (options.length === 0 || text.length > LONGEST_WITH_OPTIONS) return null;
  const action = buttons(options) ?? rows(options);
  return action && { type: 'buttons' in action ? 'button' : 'list', body: { text }, action };
}

function buttons(options: Options): WhatsappRequest | null {
  const isFit = options.every(({ id, label }) => label.length <= BUTTONS.title && id.length <= BUTTONS.id);
  if (options.length > BUTTONS.most || !isFit || !areDistinct(options.map(({ label }) => label))) return null;
  return { buttons: options.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } })) };
}

function rows(options: Options): WhatsappRequest | null {
  const isFit = options.every(({ id, label }) => label.length <= ROWS.description && id.length <= ROWS.id);
  const all = options.map(({ id, label }) =>
    label.length <= ROWS.title ? { id, title: label } : { id, title: shortened(label), description: label },
  );
  if (options.length > ROWS.most || !isFit || !areDistinct(all.map(({ title }) => title))) return null;
  // What opens the list needs a label in every language: how many there are.
  return { button: `1–${options.length}`, sections: [{ rows: all }] };
}

function areDistinct(titles: readonly string[]): boolean {
  return new Set(titles).size === titles.length && titles.every((title) => title !== '');
}

function shortened(label: string): string {
  const whole = [...new Intl.Segmenter().segment(label)].map(({ segment }) => segment);
  let title = '';
  for (const letter of whole) {
    if (title.length + letter.length >= ROWS.title) break;
    title += letter;
  }
  return `${title.trimEnd()}…`;
}

/** A parameter may hold no line breaks and must hold something. */
function parameter(text: string | null): string {
  return text?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PARAMETER) || '–';
}
