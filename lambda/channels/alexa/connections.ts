/** Skill connections: what Alexa does for us before she gives the shopper back, and what she says of it afterwards. */

import type { Directive, interfaces, SessionResumedRequest } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { Yielded } from '../../vocabulary/answer';
import type { Heard } from '../../vocabulary/heard';
import { REMINDERS, SCOPES } from './permissions';

/** The address of a link, from its id: answers are stored and repeated without its secret part. null: none is given out. */
export type LinkOf = (id: string, opens?: 'file') => string | null;

type StartConnection = interfaces.connections.V1.StartConnectionDirective;

/** Throws when a link is to be pushed and nobody knows its address. */
export function startConnection(yielded: Yielded, linkOf: LinkOf | undefined): Directive {
  if (yielded.kind === 'ask-consent' && yielded.to === 'reminders') return askForReminders(yielded.token);
  return {
    type: 'Connections.StartConnection',
    ...uriAndInput(yielded, linkOf),
    token: yielded.token,
    onCompletion: 'RESUME_SESSION',
  };
}

type UriAndInput = Pick<StartConnection, 'uri' | 'input'>;

function uriAndInput(yielded: Yielded, linkOf: LinkOf | undefined): UriAndInput {
  switch (yielded.kind) {
    case 'link-app':
      return pushLink(yielded, linkOf);
    case 'ask-consent':
      return askConsent();
    case 'verify':
      return verify();
  }
}

/** Source: Amazon, "Alexa for Apps Skill Connection Request Reference". Alexa speaks the topic in a sentence of her own. */
function pushLink({ link, opens, topic }: Yielded & { kind: 'link-app' }, linkOf: LinkOf | undefined): UriAndInput {
  const url = linkOf?.(link, opens);
  if (!url) throw new Error('A link is to be pushed, but the skill was not told its address');
  const website = { primary: { WEBSITE_LINK: { url } } };
  return {
    uri: 'connection://AMAZON.LinkApp/2',
    input: {
      links: { IOS_APP_STORE: website, GOOGLE_PLAY_STORE: website },
      prompt: { topic, directLaunchDefaultPromptBehavior: 'SPEAK' },
      directLaunch: { enabled: true },
      sendToDevice: { enabled: true },
    },
  };
}

/** Source: Amazon, "Voice-Forward Consent API Reference". */
function askConsent(): UriAndInput {
  return {
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: [{ permissionScope: SCOPES.email, consentLevel: 'ACCOUNT' }],
    },
  };
}

/** How sure Alexa is of a voice whose PIN was right. */
const WITH_PIN = 400;

/** Alexa asks for the PIN in words of her own, three times. Source: Amazon, "Add PIN Confirmation to Alexa Skills". */
function verify(): UriAndInput {
  return {
    uri: 'connection://AMAZON.VerifyPerson/2',
    input: { requestedAuthenticationConfidenceLevel: { level: WITH_PIN, customPolicy: { policyName: 'VOICE_PIN' } } },
  };
}

/** Reminders have a way of their own, older than the other. Source: Amazon, "Set Up Voice Permissions for Reminders". */
function askForReminders(token: string): Directive {
  return {
    type: 'Connections.SendRequest',
    name: 'AskFor',
    payload: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: [{ permissionScope: REMINDERS, consentLevel: 'ACCOUNT' }],
    },
    token,
  };
}

type Resumed = Heard & { kind: 'resumed' };

/** What comes back of it. The answer lies beside the scopes in what Alexa sends, and among them on Amazon's page. */
export function readConnected({ token, status, payload }: interfaces.connections.ConnectionsResponse): Resumed {
  const scopes: unknown = payload?.permissionScopes;
  const granted = [payload, ...(Array.isArray(scopes) ? scopes : [])].map(readGranted).find((one) => one !== undefined);
  return {
    kind: 'resumed',
    token: token ?? '',
    status: status?.code ?? '',
    ...(granted === undefined ? {} : { granted }),
  };
}

/** `person`: who the request says is there now; the SDK's types know nothing of how sure Alexa is of them. */
export function readResumed({ cause }: SessionResumedRequest, person: unknown): Resumed {
  const granted = readGranted(cause?.result);
  return {
    kind: 'resumed',
    token: cause?.token ?? '',
    status: hasFailed(cause?.result) ? 'FAILURE' : (cause?.status?.code ?? ''),
    ...(granted === undefined ? {} : { granted }),
    ...(isVerified(cause, person) ? { verified: true as const } : {}),
  };
}

const achieved = z.object({
  status: z.object({ code: z.literal('200') }),
  result: z.object({ status: z.literal('ACHIEVED') }),
});
const recognised = z.object({
  authenticationConfidenceLevel: z.nullish(z.object({ level: z.nullish(z.number()) })),
});

/** A connection that went well may say `NOT_ACHIEVED` or `NOT_ENABLED` inside; and a lower level that is told is believed. */
function isVerified(cause: SessionResumedRequest['cause'], person: unknown): boolean {
  if (!achieved.safeParse(cause).success) return false;
  const read = recognised.safeParse(person);
  return read.success && (read.data.authenticationConfidenceLevel?.level ?? WITH_PIN) >= WITH_PIN;
}

/** The connection itself may be 200 while every way of pushing the link failed: each has a status of its own. */
function hasFailed(result: unknown): boolean {
  const all = statusesIn(result, DEEPEST);
  return all.includes('FAILURE') && !all.includes('SUCCESS');
}

/** Amazon nests two: the way, then the app or the site instead of it. */
const DEEPEST = 4;

function statusesIn(part: unknown, deep: number): readonly unknown[] {
  if (typeof part !== 'object' || part === null || deep === 0) return [];
  const inner = Object.values(part).flatMap((one) => statusesIn(one, deep - 1));
  return 'status' in part ? [part.status, ...inner] : inner;
}

/**
 * Left unanswered is `NOT_ANSWERED`; whoever was sent to the Alexa app has not answered yet either. A pushed link has a
 * result of another shape, without a status of its own.
 */
function readGranted(result: unknown): boolean | undefined {
  if (typeof result !== 'object' || result === null || !('status' in result)) return undefined;
  if (result.status === 'ACCEPTED') return true;
  return result.status === 'DENIED' ? false : undefined;
}
