/** What Alexa tells of the skill's own life at an account: each event has its deed, and one without a deed is only taken. */

import type { events, RequestEnvelope } from 'ask-sdk-model';
import { EMAIL, ORDER_NOTICES } from './permissions';

/**
 * Each may be called again for the same event, and up to an hour late. What one throws makes Alexa tell it again.
 */
export type AccountDeeds = {
  /** The skill was disabled: erases what is kept of this Alexa account. Whoever enables it again has another id. */
  readonly onDisabled: (account: string) => Promise<void>;
  /** A shopper linked this account: from now on the token is good from here only. */
  readonly onLinked: (account: string, token: string) => Promise<void>;
  /** The leave to read the account's e-mail address is there no more. */
  readonly onMailWithdrawn: (account: string) => Promise<void>;
  /** The account takes the skill's notifications from now on, or does not any more. */
  readonly onNotices: (account: string, takes: boolean) => Promise<void>;
};

/** A deed is absent where nothing is kept that it could matter to. Source: Amazon, "Skill Events", and `events.skillevents` of ask-sdk-model. */
export async function hearSkillEvent(
  { request, context }: RequestEnvelope,
  deeds: Partial<AccountDeeds>,
): Promise<void> {
  const account = context.System.user.userId;
  switch (request.type) {
    case 'AlexaSkillEvent.SkillDisabled':
      return deeds.onDisabled?.(account);
    case 'AlexaSkillEvent.ProactiveSubscriptionChanged':
      return deeds.onNotices?.(account, takesNotices(request));
    case 'AlexaSkillEvent.SkillAccountLinked': {
      const token = request.body?.accessToken;
      return token ? deeds.onLinked?.(account, token) : undefined;
    }
    case 'AlexaSkillEvent.SkillPermissionAccepted':
    case 'AlexaSkillEvent.SkillPermissionChanged': {
      // Without a list it is another one that has changed: a person's, or one of a device.
      const accepted = request.body?.acceptedPermissions;
      const mayRead = !accepted || accepted.some(({ scope }) => scope === EMAIL);
      return mayRead ? undefined : deeds.onMailWithdrawn?.(account);
    }
  }
}

/** What is subscribed to now is listed whole; without a list, nothing is. */
function takesNotices({ body }: events.skillevents.ProactiveSubscriptionChangedRequest): boolean {
  return body?.subscriptions?.some(({ eventName }) => eventName === ORDER_NOTICES) ?? false;
}
