/** From a message to what `sendMessage` takes: plain text, quick replies under the last bubble, no preview of links. */

import type { OutMessage } from '../../services/reach/text-channel';

/** Telegram's limits: characters of a text, bytes of what a button brings back, buttons of a keyboard. */
const LONGEST_TEXT = 4_096;
const LONGEST_DATA = 64;
const MOST_BUTTONS = 100;
/** Together no longer than this, buttons stand side by side on a phone. */
const ONE_ROW = 24;

type Options = OutMessage['options'];
type Button = { readonly text: string; readonly callback_data: string };

export type Bubble = {
  readonly chat_id: number;
  readonly text: string;
  /** A preview would open the link before the shopper does. */
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: { readonly inline_keyboard: Button[][] };
};

export function write(message: OutMessage, chat_id: number): readonly Bubble[] {
  const keyboard = keyboardOf(message.options);
  const whole = keyboard ? bodyOf(message) : `${bodyOf(message)}${listed(message.options)}`;
  const parts = partsOf(whole);
  return parts.map((text, at) => ({
    chat_id,
    text,
    link_preview_options: { is_disabled: true },
    ...(keyboard && at === parts.length - 1 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
  }));
}

/** Who writes stands above it where a person does; a link at its end. */
function bodyOf({ by, name, text, link }: OutMessage): string {
  const head = by === 'person' && name ? `${name.trim()}:\n` : '';
  return `${head}${text}${link ? `\n\n${link}` : ''}`;
}

/** null: there are none, or they do not fit what can be tapped. */
function keyboardOf(options: Options): Button[][] | null {
  const isFit = options.every(({ id, label }) => id !== '' && label !== '' && Buffer.byteLength(id) <= LONGEST_DATA);
  if (options.length === 0 || options.length > MOST_BUTTONS || !isFit) return null;
  const buttons = options.map(({ id, label }) => ({ text: label, callback_data: id }));
  const isShort = options.reduce((length, { label }) => length + label.length, 0) <= ONE_ROW;
  return isShort ? [buttons] : buttons.map((button) => [button]);
}

/** What cannot be tapped can be read, and answered by its number. */
function listed(options: Options): string {
  return options.length === 0 ? '' : `\n\n${options.map(({ label }, at) => `${at + 1}. ${label}`).join('\n')}`;
}

/** Cuts at the last end of a line, a sentence or a word before the limit. */
function partsOf(text: string): readonly string[] {
  if (text.length <= LONGEST_TEXT) return [text];
  const window = text.slice(0, LONGEST_TEXT);
  const at = [/^[\s\S]*\n/, /^[\s\S]*[.!?…]\s/, /^[\s\S]*\s/].map((end) => end.exec(window)?.[0].length ?? 0);
  const cut = at.find((length) => length > LONGEST_TEXT / 2) ?? wholeLetters(window);
  return [text.slice(0, cut).trimEnd(), ...partsOf(text.slice(cut).trimStart())];
}

/** Never between the halves of a character. */
function wholeLetters(window: string): number {
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}
