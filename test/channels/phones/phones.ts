/** A house whose text channels are the real ones, before vendors of ours: what comes in and what goes out passes every room. */

import { Router } from 'express';
import { openTextChannels, type TextChannels } from '../../../lambda/house/text-channels';
import { type FakeVendor, type OpenDoor, openDoor, openVendor } from '../../kit/fake-vendor';
import { type House, type HouseOptions, LOCALES, openHouse } from '../../kit/house';
import { settle } from '../../kit/writer';
import { type MailServer, openMailServer } from '../email/mail-server';
import { settingsAt as telegramAt, took } from '../telegram/kit';
import { settingsAt as whatsappAt } from '../whatsapp/kit';

export type Phones = {
  readonly house: House;
  readonly telegram: FakeVendor;
  readonly whatsapp: FakeVendor;
  readonly mail: MailServer;
  readonly door: OpenDoor;
  /** Everything that came in is read, and everything that waits goes out. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

export const MAIL_SECRET = 'what-the-mail-server-shows';
/** Of the house's own, so that reply addresses are good. */
const REPLY_SECRET = 'the secret that signs the reply addresses';

export async function openPhones(options: HouseOptions): Promise<Phones> {
  let messages = 100;
  const telegram = await openVendor(() => {
    messages += 1;
    return took(messages);
  });
  const whatsapp = await openVendor(() => {
    messages += 1;
    return {
      status: 200,
      json: { messaging_product: 'whatsapp', contacts: [], messages: [{ id: `wamid.${messages}` }] },
    };
  });
  const mail = await openMailServer();
  const errors: object[] = [];
  const log = {
    info: () => undefined,
    warn: (what: object) => void errors.push(what),
    error: (what: object) => void errors.push(what),
  };
  let house: House | null = null;
  const now = () => house?.clock.now() ?? options.at ?? 0;
  const channels: TextChannels = await openTextChannels(
    {
      telegram: telegramAt(telegram.base),
      whatsapp: whatsappAt(whatsapp.base),
      email: {
        smtpUrl: mail.url,
        from: { name: 'Willow Market', address: 'care@willow-market.example' },
        replyDomain: 'reply.willow-market.example',
        replySecret: REPLY_SECRET,
        inboundSecrets: [MAIL_SECRET],
      },
    },
    { log, now, locales: LOCALES },
  );
  const open = await openHouse({ channels: channels.all, publicUrl: 'https://talk.willow-market.example', ...options });
  house = open;
  const router = Router();
  for (const one of channels.doors(open.receive)) router.use(one);
  const door = await openDoor(router);
  return {
    ...{ house: open, telegram, whatsapp, mail, door, settle: () => settle(open) },
    async close() {
      expect(errors).toEqual([]);
      channels.close();
      await Promise.all([door.close(), telegram.close(), whatsapp.close(), mail.down()]);
      await open.close();
    },
  };
}
