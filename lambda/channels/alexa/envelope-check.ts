/** Reads a request's JSON and refuses what Alexa would never send, so that nothing behind the door has to. */

import * as z from 'zod/mini';
import { RefusedRequest } from './refused-request';

const id = z.string().check(z.minLength(1));
const application = z.object({ applicationId: id });
const user = z.object({ userId: id, accessToken: z.nullish(z.string()) });
/** How sure Alexa is of a voice: 300 recognised, 400 with its PIN. */
const authenticationConfidenceLevel = z.nullish(z.object({ level: z.nullish(z.number()) }));
const person = z.nullish(z.object({ personId: id, accessToken: z.nullish(z.string()), authenticationConfidenceLevel }));
/** What a screen can draw; the rest of a device's abilities nobody asks for. */
const apl = z.nullish(z.object({ runtime: z.nullish(z.object({ maxVersion: z.nullish(z.string()) })) }));
const supportedInterfaces = z.nullish(z.object({ 'Alexa.Presentation.APL': apl }));
const device = z.nullish(z.object({ deviceId: z.nullish(z.string()), supportedInterfaces }));

const System = z.object({
  application,
  user,
  person,
  device,
  apiEndpoint: z.nullish(z.string()),
  apiAccessToken: z.nullish(z.string()),
});

const session = z.object({
  new: z.boolean(),
  sessionId: id,
  application,
  user,
  attributes: z.nullish(z.record(z.string(), z.unknown())),
});

/** The form of Alexa's locales, some of which name no region; whether the skill speaks it is not the door's matter. */
const locale = z.string().check(z.regex(/^[a-z]{2,3}(-([A-Z]{2}|\d{3}))?$/));

const resolutions = z.object({
  resolutionsPerAuthority: z.nullish(
    z.array(
      z.object({
        authority: z.string(),
        status: z.object({ code: z.string() }),
        values: z.nullish(z.array(z.object({ value: z.object({ name: z.string(), id: z.nullish(z.string()) }) }))),
      }),
    ),
  ),
});

const value = { value: z.nullish(z.string()), resolutions: z.nullish(resolutions) };
const oneValue = z.object({ type: z.string(), ...value });
const slotValue = z.object({ ...oneValue.shape, values: z.nullish(z.array(oneValue)) });
const slot = z.object({ name: id, ...value, slotValue: z.nullish(slotValue) });

/** How a skill connection came back. */
const cause = z.nullish(z.object({ token: z.nullish(z.string()), status: z.nullish(z.object({ code: z.string() })) }));

/** What a screen sends of a touch: whatever the document said it should. */
const touched = z.nullish(z.array(z.unknown()));

/** What is told of an account: its token, and which leaves it gives now. */
const linked = z.nullish(z.object({ accessToken: z.nullish(z.string()) }));
const scopes = z.nullish(z.array(z.object({ scope: z.nullish(z.string()) })));
const permitted = z.nullish(z.object({ acceptedPermissions: scopes }));

/** Whether a leave was given. */
const leave = { token: z.nullish(z.string()), payload: z.nullish(z.record(z.string(), z.unknown())) };

const intent = z.object({ name: id, slots: z.nullish(z.record(z.string(), slot)) });

/** What every request has, the skill's events included. */
const Envelope = z.object({
  version: id,
  session: z.nullish(session),
  context: z.object({ System }),
  request: z.object({ type: id, requestId: id, timestamp: z.string(), locale: z.nullish(locale) }),
});

/** A session there is: what it has to look like was seen with the envelope. */
const inSession = z.object({});

/** What requests of these types have besides. */
const besides = new Map<string, z.ZodMiniType>([
  ['LaunchRequest', z.object({ session: inSession, request: z.object({ locale }) })],
  ['IntentRequest', z.object({ session: inSession, request: z.object({ locale, intent }) })],
  [
    'SessionEndedRequest',
    z.object({ session: inSession, request: z.object({ locale, reason: z.nullish(z.string()) }) }),
  ],
  ['SessionResumedRequest', z.object({ session: inSession, request: z.object({ locale, cause }) })],
  ['Connections.Response', z.object({ session: inSession, request: z.object({ locale, ...leave }) })],
  ['AlexaSkillEvent.SkillAccountLinked', z.object({ request: z.object({ body: linked }) })],
  ['AlexaSkillEvent.SkillPermissionAccepted', z.object({ request: z.object({ body: permitted }) })],
  ['AlexaSkillEvent.SkillPermissionChanged', z.object({ request: z.object({ body: permitted }) })],
  [
    'Alexa.Presentation.APL.UserEvent',
    z.object({ session: inSession, request: z.object({ locale, arguments: touched }) }),
  ],
]);

export type CheckedEnvelope = z.infer<typeof Envelope>;

/** Throws `empty-body`, `not-json`, `hostile-key`, `too-deep` or `wrong-shape`. */
export function checkEnvelope(json: unknown): CheckedEnvelope {
  refuseHostileKeys(json);
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) throw new RefusedRequest('wrong-shape');
  const rest = besides.get(envelope.data.request.type);
  if (rest && !rest.safeParse(json).success) throw new RefusedRequest('wrong-shape');
  return envelope.data;
}

/** Throws `wrong-application`. The session's is compared too: an envelope that names two skills is nobody's. */
export function requireApplication(envelope: CheckedEnvelope, applicationId: string): void {
  const named = [envelope.context.System, envelope.session].flatMap((part) => part?.application.applicationId ?? []);
  if (named.some((other) => other !== applicationId)) throw new RefusedRequest('wrong-application');
}

/** The text of a body as JSON. Throws `empty-body`, `not-json`. */
export function parseBody(body: string): unknown {
  if (body.trim() === '') throw new RefusedRequest('empty-body');
  try {
    return JSON.parse(body);
  } catch {
    throw new RefusedRequest('not-json');
  }
}

const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 64;

/** Goes level by level, not by recursion: nesting is the attacker's choice, the stack is ours. */
function refuseHostileKeys(json: unknown): void {
  let level = [json].filter(isRecord);
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: Readonly<Record<string, unknown>>[] = [];
    for (const value of level) {
      // Parsed JSON inherits nothing that could be listed here.
      for (const key in value) {
        if (depth === DEEPEST) throw new RefusedRequest('too-deep');
        if (HOSTILE_KEYS.has(key)) throw new RefusedRequest('hostile-key');
        const inner = value[key];
        if (isRecord(inner)) below.push(inner);
      }
    }
    level = below;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
