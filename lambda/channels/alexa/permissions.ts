/** What the skill may read or do with a shopper's leave: the manifest requests exactly these, and nothing else asks for one. */

/** The e-mail address of the speaker's account, so that an answer can follow by mail. */
export const EMAIL = 'alexa::profile:email:read';

/**
 * Lets `AMAZON.LinkApp/2` put a link on the phone from a speaker. Alexa asks for it herself when it is first used. Source:
 * Amazon, "Migrate from Alexa for Apps V1 to V2", "Update your skill manifest".
 */
export const PUSH = 'alexa::devices:app:push_notifications';

export const PERMISSIONS = [EMAIL, PUSH] as const;
