/** What others go by who meet a question or an intent without knowing its name. */

import { INTENT_TABLE, PARTS } from '../../lambda/dialogue/index';
import type { Policy } from '../../lambda/intents/kit/policy';

function questionsThat(is: (policy: Policy) => boolean): readonly string[] {
  return PARTS.flatMap(({ name, asks }) =>
    Object.entries(asks).flatMap(([question, { policy }]) => (is(policy) ? [`${name}.${question}`] : [])),
  ).sort();
}

test('says of each question whose yes does something that it commits', () => {
  expect(questionsThat(({ commits }) => commits)).toEqual([
    'Besides.also',
    'Cancelling.confirm',
    'Cancelling.confirmPart',
    'CartCheckout.clearing',
    'ChangeAddress.confirm',
    'Join.confirm',
    'Later.onDay',
    'Later.whenBack',
    'MyData.forget',
    'MyName.keep',
    'OrderNews.message',
    'OrderNews.speaker',
    'OrderNews.visit',
    'Person.onward',
    'Person.read',
    'Person.spell',
    'Placed.besides',
    'Placed.instead',
    'Purchase.code',
    'Purchase.confirm',
    'Remedy.choose',
    'Remedy.shall',
    'Reminder.confirm',
    'ReturnRefund.byLabel',
    'ReturnRefund.pickUp',
    'SendToPhone.mayEmail',
    'SendToPhone.signIn',
    'TalkToHuman.callBack',
    'TalkToHuman.offer',
    'TalkToHuman.rightPhone',
  ]);
});

test('says of each question the bot asks while a person has the conversation that it does', () => {
  expect(questionsThat(({ whilePerson }) => whilePerson)).toEqual([
    'Join.confirm',
    'MyData.forget',
    'TalkToHuman.callBack',
    'TalkToHuman.phone',
    'TalkToHuman.rightPhone',
  ]);
});

test('knows every question of a purchase in the making', () => {
  expect(questionsThat(({ group }) => group === 'purchase')).toEqual([
    'CartCheckout.more',
    'CartCheckout.order',
    'Purchase.again',
    'Purchase.code',
    'Purchase.confirm',
    'Purchase.instead',
    'Purchase.means',
    'Purchase.quantity',
    'Purchase.retry',
    'Recommend.offer',
    'Reorder.apart',
    'Reorder.size',
    'Reorder.what',
    'Reorder.which',
    'Replenish.order',
  ]);
});

test('says of each intent that does something what it does', () => {
  const acting = Object.values(INTENT_TABLE).flatMap(({ name, acts }) => (acts ? [`${name} ${acts}`] : []));
  expect(acting).toEqual([
    'Reorder buys',
    'OrderNews changes',
    'CartCheckout buys',
    'CancelOrder cancels',
    'ChangeAddress changes',
    'ReturnRefund refunds',
    'TalkToHuman hands-over',
    'SendToPhone sends',
    'MyName changes',
    'MyData changes',
    'VoiceLimits changes',
  ]);
});

test('hears of earlier orders wherever orders are the subject', () => {
  const about = Object.values(INTENT_TABLE).flatMap(({ name, aboutOrders }) => (aboutOrders ? [name] : []));
  expect(about).toEqual([
    'Reorder',
    'OrderStatus',
    'CartCheckout',
    'CancelOrder',
    'ChangeAddress',
    'ReturnRefund',
    'RefundStatus',
    'DeliveryProblem',
  ]);
});
