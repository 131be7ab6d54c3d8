/** The AWS Lambda door: `handler` is the Alexa skill behind its trigger, `scheduled` works the queues. Needs DATABASE_URL. */

import type { Skill } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Context } from 'aws-lambda';
import { checkEnvelope, requireApplication } from './channels/alexa/envelope-check';
import { requireKnown } from './channels/alexa/require-known';
import { createSkill } from './channels/alexa/skill';
import { accountDeeds } from './house/account-deeds';
import { readBuiltConfig, requireDatabase } from './house/config';
import { type LambdaHouse, openLambdaHouse } from './house/lambda';
import { cloudMetric } from './operations/cloud-metric';
import { createPlainLog } from './operations/plain-log';
import { doRounds } from './operations/rounds';

// Thrown here, the runtime reports it in one line and no turn is ever taken.
requireDatabase();
const config = readBuiltConfig();
const log = createPlainLog(config.logLevel, (line) => void process.stdout.write(line));

type Opened = LambdaHouse & { readonly skill: Skill };
let opening: Promise<Opened> | null = null;
const TIDY_MS = 3_600_000;
let tidiedAt = 0;

/** Once an instance; when it failed, the next request tries again. */
function opened(): Promise<Opened> {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** For a request: between two of them the instance was frozen. */
async function awake(): Promise<Opened> {
  const all = await opened();
  await all.thaw();
  return all;
}

async function open(): Promise<Opened> {
  const { house, thaw } = await openLambdaHouse({ config, log });
  const skill = createSkill({
    answer: house.app.answer,
    now: house.now,
    locales: config.shop.alexaLocales,
    log,
    linkOf: house.reach.linkTo,
    ...accountDeeds(house, config),
  });
  return { house, skill, thaw };
}

// The instance is given its whole processor until the first request is there. Who asks first hears what went wrong.
opened().catch(() => undefined);

/**
 * The Alexa Skills Kit trigger calls it, and only it may: there is no signature to check, but what was sent is checked
 * as at the other door. Throws `RefusedRequest` for what is not this skill's.
 */
export async function handler(event: unknown): Promise<ResponseEnvelope> {
  const envelope = checkEnvelope(event);
  if (config.shop.alexaSkillId !== null) requireApplication(envelope, config.shop.alexaSkillId);
  const { house, skill } = await awake();
  requireKnown(envelope, house.voice.supports);
  return skill.invoke(event as RequestEnvelope);
}

type ScheduledContext = Pick<Context, 'getRemainingTimeInMillis' | 'functionName'>;

/** EventBridge calls it. Throws when a part of the work failed, after the rest was done: the alarm counts it. */
export async function scheduled(
  _event: unknown,
  { getRemainingTimeInMillis, functionName }: ScheduledContext,
): Promise<object> {
  const { house } = await awake();
  const { now } = house;
  const isTidyDue = now() - tidiedAt > TIDY_MS;
  if (isTidyDue) tidiedAt = now();
  const { shop } = config;
  const done = await doRounds({ house, shop, log, now, left: getRemainingTimeInMillis, isTidyDue });
  process.stdout.write(`${cloudMetric(done, { at: Date.now(), functionName })}\n`);
  if (done.failed.length > 0) throw new Error(`these parts of the scheduled work failed: ${done.failed.join(', ')}`);
  return done;
}
