/** From a message to what `sendMessage` takes: plain text, quick replies under the last bubble, no preview of links. */

import type { OutMessage } from '../../services/reach/text-channel';
import { listed, partsOf } from '../../vocabulary/long-text';

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
  const parts = partsOf(whole, LONGEST_TEXT);
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
