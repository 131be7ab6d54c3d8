/** A house whose desk is a Chatwoot of ours, joined by its calls and its signed webhooks as both would be in a shop. */

import { createChatwoot } from '../../lambda/providers/desk/chatwoot/chatwoot';
import type { ChatwootSettings } from '../../lambda/providers/desk/chatwoot/settings';
import { chatwootWebhook } from '../../lambda/providers/desk/chatwoot/webhook';
import { TOKENS } from '../fixtures/chatwoot-call';
import { openDoor, SECRETS, WORDS } from '../fixtures/chatwoot-desk';
import { openChatwoot } from '../fixtures/chatwoot-server';
import { ACCOUNT, INBOX } from '../fixtures/chatwoot-world';
import { type House, type HouseOptions, MONDAY, openHouse } from '../kit/house';
import { AS_LONG_AS_IT_TAKES } from '../kit/patience';
import { settle } from '../kit/writer';

export type ChatwootHouse = Awaited<ReturnType<typeof openChatwootHouse>>;

export async function openChatwootHouse(options: HouseOptions = {}) {
  const clock = { now: () => MONDAY };
  const server = await openChatwoot(() => clock.now());
  const settings: ChatwootSettings = {
    ...{ base: server.url, accountId: ACCOUNT, inboxId: INBOX, teamId: null },
    ...{ botToken: TOKENS.bot, userToken: TOKENS.admin, inboxSecrets: [SECRETS.inbox, SECRETS.account] },
  };
  const open = async () => {
    const house = await openHouse({
      at: clock.now(),
      ...options,
      desk: ({ inbox, handOffs, now }) =>
        createChatwoot({
          ...{ settings, fetch, now, words: WORDS, handOffs, timeoutMs: AS_LONG_AS_IT_TAKES },
          ...{ open: () => handOffs.at('chatwoot', 0), put: inbox.put },
          ...{ cursor: inbox.cursor, moveCursor: inbox.moveCursor },
        }),
    });
    clock.now = house.clock.now;
    return house;
  };
  let house = await open();
  const door = await openDoor(
    chatwootWebhook(settings, () => clock.now()),
    // The house may have been replaced since.
    (received) => house.receive(received),
  );
  server.hooks.push({ url: door.url, secret: SECRETS.inbox });

  return {
    ...{ server, door },
    get house(): House {
      return house;
    },
    /** Everything that is on its way arrives, in either direction. */
    async settle(): Promise<void> {
      for (let times = 0; times < 3; times += 1) {
        await settle(house);
        await server.told();
      }
    },
    /** The conversation opened last there. */
    found() {
      const last = server.world.conversations.at(-1);
      if (!last) throw new Error('nothing was opened there');
      return last;
    },
    /** Another process takes over on the same files. */
    async restart(): Promise<void> {
      await house.close();
      house = await open();
    },
    async close(): Promise<void> {
      await server.told();
      await house.close();
      await Promise.all([server.close(), door.close()]);
    },
  };
}
