/** What a shop sets for its channels and desks, from the environment: each group is whole, absent, or an error with names. */

import type { EmailSettings } from '../channels/email/settings';
import type { TelegramSettings } from '../channels/telegram/options';
import type { WhatsappSettings } from '../channels/whatsapp/options';
import type { ChatwootSettings } from '../providers/desk/chatwoot/settings';

export type Environment = Readonly<Record<string, string | undefined>>;

export type ChannelSettings = {
  readonly whatsapp: WhatsappSettings | null;
  readonly telegram: TelegramSettings | null;
  readonly email: EmailSettings | null;
};

export type DeskSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'chatwoot'; readonly settings: ChatwootSettings }
  | { readonly kind: 'mail'; readonly team: string };

/** The variables that switch each channel on; the first one missing is named where some are there. */
export const NEEDED = {
  whatsapp: ['WHATSAPP_PHONE_ID', 'WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN', 'WHATSAPP_NUMBER'],
  telegram: ['TELEGRAM_TOKEN', 'TELEGRAM_SECRET', 'TELEGRAM_BOT'],
  email: ['SMTP_URL', 'MAIL_FROM', 'MAIL_DOMAIN', 'MAIL_SECRET'],
  chatwoot: ['CHATWOOT_URL', 'CHATWOOT_ACCOUNT', 'CHATWOOT_INBOX', 'CHATWOOT_BOT_TOKEN', 'CHATWOOT_USER_TOKEN'],
} as const;

/** What is wrong with a variable, in words for whoever sets it. */
export class SettingError extends Error {
  override name = 'SettingError';
}

/** `secret`: the server's own; `shopName`: who mails come from where MAIL_FROM has no name. Throws `SettingError`. */
export function readChannels(env: Environment, secret: string, shopName: string): ChannelSettings {
  return { whatsapp: whatsapp(env), telegram: telegram(env), email: email(env, secret, shopName) };
}

export function readDesk(env: Environment): DeskSettings {
  const kind = env.DESK ?? 'embedded';
  if (kind === 'embedded') return { kind };
  if (kind === 'mail') {
    if (!whole(env, NEEDED.email)) throw new SettingError(`DESK=mail needs e-mail: set ${NEEDED.email.join(', ')}`);
    return { kind, team: one(env, 'DESK_MAIL', /^\S+@\S+$/, 'an e-mail address') };
  }
  if (kind === 'chatwoot') return { kind, settings: chatwoot(env) };
  throw new SettingError(`DESK: "${kind}" is no desk; write embedded, chatwoot or mail`);
}

function whatsapp(env: Environment): WhatsappSettings | null {
  if (!whole(env, NEEDED.whatsapp)) return null;
  const [name, language] = (env.WHATSAPP_TEMPLATE ?? '').split(':');
  if (env.WHATSAPP_TEMPLATE && !(name && language)) {
    throw new SettingError(
      'WHATSAPP_TEMPLATE: write the name and the language of the template, like answer_ready:en_GB',
    );
  }
  return {
    phoneNumberId: one(env, 'WHATSAPP_PHONE_ID', /^\d+$/, 'the digits of the id'),
    token: one(env, 'WHATSAPP_TOKEN'),
    appSecrets: many(env, 'WHATSAPP_APP_SECRET'),
    verifyToken: one(env, 'WHATSAPP_VERIFY_TOKEN'),
    number: one(env, 'WHATSAPP_NUMBER', /^\+?[\d ]{7,20}$/, 'a number like +39 02 1234567'),
    template: name && language ? { name, language } : null,
    apiVersion: env.WHATSAPP_API_VERSION ?? 'v23.0',
    base: env.WHATSAPP_BASE ?? 'https://graph.facebook.com',
  };
}

function telegram(env: Environment): TelegramSettings | null {
  if (!whole(env, NEEDED.telegram)) return null;
  return {
    token: one(env, 'TELEGRAM_TOKEN', /^\d+:[\w-]+$/, 'what BotFather gave, like 123456:ABC'),
    secrets: many(env, 'TELEGRAM_SECRET'),
    bot: one(env, 'TELEGRAM_BOT', /^@?\w+$/, "the bot's name").replace(/^@/, ''),
    base: env.TELEGRAM_BASE ?? 'https://api.telegram.org',
  };
}

function email(env: Environment, secret: string, shopName: string): EmailSettings | null {
  if (!whole(env, NEEDED.email)) return null;
  const from = one(env, 'MAIL_FROM', /^(?:[^<>]*<\S+@\S+>|\S+@\S+)$/, 'an address, like Willow <care@shop.example>');
  const [, name = '', inside] = /^([^<]*)<([^>]+)>$/.exec(from) ?? [];
  return {
    smtpUrl: one(env, 'SMTP_URL', /^smtps?:\/\//, 'smtp://… or smtps://…'),
    from: { name: name.trim() || shopName, address: inside ?? from },
    replyDomain: one(env, 'MAIL_DOMAIN', /^[\w.-]+$/, 'a domain'),
    replySecret: secret,
    inboundSecrets: many(env, 'MAIL_SECRET'),
  };
}

function chatwoot(env: Environment): ChatwootSettings {
  if (!whole(env, NEEDED.chatwoot)) throw new SettingError(`DESK=chatwoot needs ${NEEDED.chatwoot.join(', ')}`);
  const number = (name: string) => Number(one(env, name, /^\d+$/, 'a number'));
  return {
    base: one(env, 'CHATWOOT_URL', /^https?:\/\//, 'an address').replace(/\/$/, ''),
    accountId: number('CHATWOOT_ACCOUNT'),
    inboxId: number('CHATWOOT_INBOX'),
    botToken: one(env, 'CHATWOOT_BOT_TOKEN'),
    userToken: one(env, 'CHATWOOT_USER_TOKEN'),
    inboxSecrets: env.CHATWOOT_SECRET ? many(env, 'CHATWOOT_SECRET') : [],
    teamId: env.CHATWOOT_TEAM ? number('CHATWOOT_TEAM') : null,
  };
}

/** True when all are set, false when none is; half a channel would lose messages, so it is refused. */
function whole(env: Environment, names: readonly string[]): boolean {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < names.length) {
    const there = names.filter((name) => env[name]);
    throw new SettingError(`${there.join(', ')} is set, but ${missing.join(', ')} is missing`);
  }
  return missing.length === 0;
}

function one(env: Environment, name: string, pattern = /\S/, what = 'a value'): string {
  const value = env[name]?.trim() ?? '';
  if (!pattern.test(value)) throw new SettingError(`${name}: write ${what}`);
  return value;
}

/** Secrets change while both are good: the new one and the old one, with a comma between them. */
function many(env: Environment, name: string): readonly string[] {
  const values = (env[name] ?? '').split(',').map((value) => value.trim());
  if (values.some((value) => value === '')) throw new SettingError(`${name}: write a secret, or two with a comma`);
  return values;
}
