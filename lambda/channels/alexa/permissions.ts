/** What the skill may read or do with a shopper's leave: the manifest requests exactly these, and nothing else asks for one. */

import type { ConsentTo } from '../../vocabulary/consent';

/** The e-mail address of the speaker's account, so that an answer can follow by mail. */
export const EMAIL = 'alexa::profile:email:read';

/**
 * Lets `AMAZON.LinkApp/2` put a link on the phone from a speaker. Alexa asks for it herself when it is first used. Source:
 * Amazon, "Migrate from Alexa for Apps V1 to V2", "Update your skill manifest".
 */
export const PUSH = 'alexa::devices:app:push_notifications';

/** Lets the skill set reminders; each is asked about besides. Source: Amazon, "Set Up Voice Permissions for Reminders". */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/**
 * Lets a request name the person whose voice was recognised, so that nobody of the household hears what is another's.
 * Source: Amazon, "Add Personalization to Your Skill".
 */
export const RECOGNITION = 'alexa::person_id:read';

export const PERMISSIONS = [EMAIL, PUSH, REMINDERS, RECOGNITION] as const;

/** Lets the skill chime by itself; asked for only where that is set up. Source: Amazon, "Proactive Events API Reference". */
export const NOTIFICATIONS = 'alexa::devices:all:notifications:write';

/**
 * Lets Alexa ask a recognised person for the PIN of their profile (`AMAZON.VerifyPerson/2`); asked for only where the shop wants
 * it. Whoever has not allowed it for this skill is answered `NOT_ENABLED`. Source: Amazon, "Add PIN Confirmation to Alexa Skills".
 */
export const PIN = 'alexa::authenticate:2:optional';

/** The event that chimes. */
export const ORDER_NOTICES = 'AMAZON.OrderStatus.Updated';

/** What Alexa calls each leave we ask for. */
export const SCOPES = { email: EMAIL, reminders: REMINDERS, notifications: NOTIFICATIONS } as const satisfies Readonly<
  Record<ConsentTo, string>
>;
