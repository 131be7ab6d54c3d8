/** What a shop sets to let its people answer in Chatwoot, through an inbox of the kind "API" that has an agent bot. */

import * as z from 'zod/mini';
import { secrets, serverAddress, settingsGroup, token, written } from '../../../vocabulary/settings';
import type { Instant } from '../../../vocabulary/values';

export type ChatwootSettings = {
  /** Scheme, host and port: `https://desk.shop.example`. */
  readonly base: string;
  readonly accountId: number;
  readonly inboxId: number;
  /** The agent bot's: what it opens counts as a hand-off, and nobody is assigned by it. */
  readonly botToken: string;
  /** An administrator's: it reads what a bot may not, and erases contacts. */
  readonly userToken: string;
  /**
   * Whose webhooks are believed: the secret of the inbox, of the bot and of an account webhook are three different ones,
   * and while one is changed both count. None: no webhook is believed, and only the poller hears what people say.
   */
  readonly inboxSecrets: readonly string[];
  /** The team that gets hand-offs; null: nobody in particular. */
  readonly teamId: number | null;
};

const id = () => z.pipe(written(/^\d{1,15}$/, 'a number'), z.transform(Number));

export const settings = settingsGroup({
  label: 'Chatwoot',
  variables: z.object({
    CHATWOOT_URL: serverAddress('https://desk.shop.example'),
    CHATWOOT_ACCOUNT: id(),
    CHATWOOT_INBOX: id(),
    CHATWOOT_BOT_TOKEN: token("the agent bot's token"),
    CHATWOOT_USER_TOKEN: token("an administrator's token"),
    CHATWOOT_SECRET: z.optional(secrets()),
    CHATWOOT_TEAM: z.optional(id()),
  }),
  make: (found): ChatwootSettings => ({
    base: found.CHATWOOT_URL,
    accountId: found.CHATWOOT_ACCOUNT,
    inboxId: found.CHATWOOT_INBOX,
    botToken: found.CHATWOOT_BOT_TOKEN,
    userToken: found.CHATWOOT_USER_TOKEN,
    inboxSecrets: found.CHATWOOT_SECRET ?? [],
    teamId: found.CHATWOOT_TEAM ?? null,
  }),
});

export const NAME = 'chatwoot';
/** Names its items in the inbox. */
export const SOURCE = 'desk:chatwoot';

/** Our attributes of a conversation there. `done` and `topic` are the agents' to set. */
export const ATTRIBUTE = {
  handOff: 'earshot_hand_off',
  done: 'earshot_done',
  topic: 'earshot_topic',
} as const;

/** All the attributes of a conversation that was forgotten. */
export const EMPTIED = { earshot_emptied: 'yes' } as const;

/** Where the poller stands with a conversation. */
export function cursorOf(ref: string): string {
  return `${SOURCE}:${ref}`;
}

/** A clock and a conversation may disagree by this much about when something was written. */
export const SKEW: Instant = 10 * 60_000;
