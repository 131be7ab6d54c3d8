/** Secrets planted everywhere a shopper or a back end can put one, and a log at its most talkative that holds none of them. */

import { Writable } from 'node:stream';
import type { RequestEnvelope } from 'ask-sdk-model';
import { createSkill } from '../../lambda/channels/alexa/skill';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import { createLog } from '../../lambda/operations/log';
import { createPlainLog } from '../../lambda/operations/plain-log';
import { LOCALES, START } from '../kit/house';

const PLANTED = {
  mail: 'ana.planted@example.com',
  phone: '+39 333 123 4567',
  card: '4111 1111 1111 1111',
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ',
  words: 'my planted diary entry',
  row: 'Via Planted 12',
};

function logTo(lines: string[]) {
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return createLog({ level: 'debug', to });
}

function envelopeOf(at: number, request: object): RequestEnvelope {
  const application = { applicationId: 'amzn1.ask.skill.test' };
  const user = { userId: `amzn1.ask.account.${PLANTED.mail}`, accessToken: PLANTED.token };
  const slots = {};
  const base = { requestId: `r${at}`, timestamp: new Date(START).toISOString(), locale: 'en-GB', slots };
  return {
    version: '1.0',
    session: { new: true, sessionId: `s${at}`, application, user, attributes: {} },
    context: { System: { application, user, apiEndpoint: '', device: { deviceId: PLANTED.phone } } },
    request: { ...base, ...request },
  } as unknown as RequestEnvelope;
}

function saying(value: string): object {
  const product = { name: 'product', value, confirmationStatus: 'NONE' };
  return { type: 'IntentRequest', intent: { name: 'Reorder', confirmationStatus: 'NONE', slots: { product } } };
}

/** What a driver throws: everything it knows. */
function driverError(): Error {
  const message = `cannot write for ${PLANTED.mail}, ${PLANTED.phone}, bearer ${PLANTED.token}`;
  const cause = new Error(`card ${PLANTED.card}`);
  return Object.assign(new Error(message, { cause }), {
    detail: `Key (address)=(${PLANTED.row})`,
    parameters: [PLANTED.words],
  });
}

function expectNone(lines: readonly string[]): void {
  const all = lines.join('');
  for (const [what, secret] of Object.entries(PLANTED)) {
    const found = all.includes(secret) || all.includes(JSON.stringify(secret).slice(1, -1));
    expect({ what, found }).toEqual({ what, found: false });
  }
}

it('holds nothing of turns that work, and nothing of turns that break', async () => {
  const lines: string[] = [];
  const log = logTo(lines);
  let isBroken = false;
  const house = await openEarshot({
    folder: null,
    shop: readShopFile(),
    locales: LOCALES,
    now: () => START,
    log,
    watchStore: (store) => ({
      ...store,
      conversations: {
        ...store.conversations,
        commit: (commit) => (isBroken ? Promise.reject(driverError()) : store.conversations.commit(commit)),
      },
    }),
  });
  const skill = createSkill({ answer: house.app.answer, now: () => START, log });
  const turns = [
    { type: 'LaunchRequest' },
    ...Object.values(PLANTED).map(saying),
    { type: 'SessionEndedRequest', reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: PLANTED.words } },
  ];
  for (const broken of [false, true]) {
    isBroken = broken;
    for (const [at, request] of turns.entries()) await skill.invoke(envelopeOf(at + (broken ? 100 : 0), request));
  }
  await house.close();
  expect(lines.length).toBeGreaterThan(turns.length);
  expect(lines.join('')).toContain('a turn broke');
  expectNone(lines);
});

it('holds nothing more in a Lambda', () => {
  const lines: string[] = [];
  const log = createPlainLog('warn', (line) => void lines.push(line));
  log.error({ turn: 'r1', err: driverError() }, 'a turn broke');
  log.info({ words: 'not at this level' });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 50,
      turn: 'r1',
      msg: 'a turn broke',
      err: expect.objectContaining({ type: 'Error' }),
    }),
  ]);
  expectNone(lines);
});

it('keeps of an error what its programmer wrote: name, code, message and places', () => {
  const lines: string[] = [];
  const error = Object.assign(new Error('the store is closed', { cause: driverError() }), { code: '57P01' });
  logTo(lines).error({ err: error }, 'it broke');
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    msg: 'it broke',
    err: { type: 'Error', code: '57P01', message: 'the store is closed', cause: { type: 'Error' } },
  });
  expect(JSON.parse(line).err.stack).toMatch(/log-privacy\.test/);
  expectNone(lines);
});
