/** The link that opens a chat with the bot and brings a token along. */

/** Bot API, "Deep linking". */
const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;

/** Throws where Telegram would not carry the token: it takes 64 letters, digits, `_` and `-`. */
export function telegramLink(bot: string, token: string): string {
  if (!TOKEN.test(token)) throw new Error('a link to Telegram brings 1 to 64 letters, digits, _ and -');
  return `https://t.me/${bot.replace(/^@/, '')}?start=${token}`;
}
