/** What was sent to Telegram is edited and deleted there by its ids: over real HTTP, to a server of ours that answers like Telegram's. */

import { createTelegram } from '../../../lambda/channels/telegram/send';
import type { OutMessage } from '../../../lambda/services/reach/text-channel';
import { type FakeVendor, openVendor, type Scripted } from '../../kit/fake-vendor';
import { outOf } from '../../kit/out-message';
import { ANA, contactOf, NOW, problemsOf, refused, settingsAt, took } from './kit';

let telegram: FakeVendor;
beforeEach(async () => {
  telegram = await openVendor(({ path }) => (path.endsWith('/deleteMessage') ? DELETED : took(900)));
});
afterEach(() => telegram.close());

const DELETED: Scripted = { status: 200, json: { ok: true, result: true } };
const INSTEAD = outOf({ text: 'Marta took a message back.' });
const TOO_OLD = refused(400, "Bad Request: message can't be deleted");

const channel = () => createTelegram({ settings: settingsAt(telegram.base), fetch, now: () => NOW });

/** Whatever is asked, Telegram's own description is asked about it. */
async function change(ref: string, to: Partial<OutMessage> | null, address = String(ANA)) {
  const tried = await channel().change?.({ ref, to: to && outOf(to), instead: INSTEAD }, contactOf({ address }));
  expect(problemsOf(telegram.asked)).toEqual([]);
  return tried;
}
const asked = () => telegram.asked.map(({ path, body }) => [path.split('/').at(-1), body]);
const text = 'One sentence of it. '.repeat(300).trim();

it('edits what was sent, headed as before, and knows it by the same id', async () => {
  const ref = `${ANA}/900`;
  expect(await change(ref, { by: 'person', name: 'Marta', text: 'On Monday.' })).toEqual({ kind: 'done', ref });
  const body = {
    chat_id: ANA,
    message_id: 900,
    text: 'Marta:\nOn Monday.',
    link_preview_options: { is_disabled: true },
  };
  expect(asked()).toEqual([['editMessageText', body]]);
});

it('deletes every part of what was sent', async () => {
  telegram.next(took(901), took(902));
  const sent = await channel().send(outOf({ text }), contactOf());
  expect(await change('ref' in sent ? (sent.ref ?? '') : '', null)).toEqual({ kind: 'done' });
  expect(asked().slice(2)).toEqual([901, 902].map((message_id) => ['deleteMessage', { chat_id: ANA, message_id }]));
});

it('of two parts that become one, the second goes', async () => {
  expect(await change(`${ANA}/901+902`, { text: 'Short.' })).toEqual({ kind: 'done', ref: `${ANA}/901` });
  expect(asked().map(([method]) => method)).toEqual(['editMessageText', 'deleteMessage']);
});

it('of one that becomes two nothing is changed: a part more would stand behind what came since', async () => {
  expect(await change(`${ANA}/900`, { text })).toMatchObject({ kind: 'dead' });
  expect(telegram.asked).toEqual([]);
});

it('what is too old to be deleted says that it was taken back', async () => {
  telegram.next(TOO_OLD);
  expect(await change(`${ANA}/900`, null)).toEqual({ kind: 'done' });
  expect(asked()[1]).toMatchObject(['editMessageText', { message_id: 900, text: 'Marta took a message back.' }]);
});

it('what can be neither deleted nor edited is told to stay', async () => {
  telegram.next(TOO_OLD, refused(400, 'Bad Request: there is no text in the message to edit'));
  expect(await change(`${ANA}/900`, null)).toMatchObject({ kind: 'dead' });
});

it.each([
  ['deleted', null, refused(400, 'Bad Request: message to delete not found')],
  ['edited', { text: 'On Monday.' }, refused(400, 'Bad Request: message is not modified: specified new message')],
] as const)('what is %s already is done', async (_what, to, answer) => {
  telegram.next(answer);
  expect(await change(`${ANA}/900`, to)).toMatchObject({ kind: 'done' });
});

it.each([
  ['a flood', refused(429, 'Too Many Requests: retry after 17', { retry_after: 17 })],
  ['no answer', 'hang-up'],
  ['a failure of theirs', refused(500, 'Internal Server Error')],
] as [string, Scripted][])('after %s it is tried again, which does no harm', async (_what, answer) => {
  telegram.next(answer);
  expect(await change(`${ANA}/900`, { text: 'On Monday.' })).toMatchObject({ kind: 'later' });
});

it.each(['nonsense', `${ANA}/`, '7/900', `${ANA}/900+`])(
  'what was sent as %s is nothing of this shopper',
  async (ref) => {
    expect(await change(ref, null)).toMatchObject({ kind: 'dead' });
    expect(telegram.asked).toEqual([]);
  },
);
