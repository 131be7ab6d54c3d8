/** What a shop sets for WhatsApp. */

import * as z from 'zod/mini';
import { secrets, serverAddress, settingsGroup, token, written } from '../../vocabulary/settings';
import type { WhatsappSettings } from './options';

const TEMPLATE = /^([a-z0-9_]{1,512}):([a-z]{2,3}(?:_[A-Z]{2})?)$/;

export const settings = settingsGroup({
  label: 'WhatsApp',
  variables: z.object({
    WHATSAPP_PHONE_ID: written(/^\d{1,30}$/, 'the digits of the id'),
    WHATSAPP_TOKEN: token('the token Meta gave'),
    WHATSAPP_APP_SECRET: secrets(),
    WHATSAPP_VERIFY_TOKEN: token('the token that Meta repeats'),
    WHATSAPP_NUMBER: written(/^\+?\d[\d ]{5,18}\d$/, 'a number like +39 02 1234567'),
    WHATSAPP_TEMPLATE: z.optional(
      written(TEMPLATE, 'the name and the language of the template, like answer_ready:en_GB'),
    ),
    WHATSAPP_API_VERSION: z._default(written(/^v\d{1,3}\.\d{1,3}$/, 'a version, like v23.0'), 'v23.0'),
    WHATSAPP_BASE: z._default(serverAddress('https://graph.facebook.com'), 'https://graph.facebook.com'),
  }),
  make: (found): WhatsappSettings => ({
    phoneNumberId: found.WHATSAPP_PHONE_ID,
    token: found.WHATSAPP_TOKEN,
    appSecrets: found.WHATSAPP_APP_SECRET,
    verifyToken: found.WHATSAPP_VERIFY_TOKEN,
    number: found.WHATSAPP_NUMBER,
    template: templateIn(found.WHATSAPP_TEMPLATE),
    apiVersion: found.WHATSAPP_API_VERSION,
    base: found.WHATSAPP_BASE,
  }),
});

function templateIn(text = ''): WhatsappSettings['template'] {
  const [, name, language] = TEMPLATE.exec(text) ?? [];
  return name && language ? { name, language } : null;
}
