/** The shop's policy in conversations: whose order, which one, what is asked first, what is too late, what it may give, and once. */

import { readShopFile } from '../../lambda/house/shop-file';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

/** `hears`: what the last answer says and asks, among others. `not`: what no answer ever says. */
type Case = {
  readonly rule: string;
  readonly shopper?: string | null;
  readonly locale?: 'en-GB' | 'it-IT';
  readonly said: readonly string[];
  readonly hears: readonly string[];
  readonly not?: readonly string[];
};

const DONE = ['Remedy.resent', 'Remedy.refunded', 'Cancelling.cancelled', 'Cancelling.asked'];

const CASES: readonly Case[] = [
  // Who it is.
  { rule: 'a guest cancels nothing', shopper: null, said: ['cancel my order'], hears: ['Trouble.link'], not: DONE },
  {
    rule: 'a guest complains of nothing',
    shopper: null,
    said: ['my dog food is torn'],
    hears: ['Trouble.link'],
    not: DONE,
  },
  {
    rule: 'an order of somebody else is none',
    shopper: 'bruno',
    said: ['cancel order 4232'],
    hears: ['OrderStatus.noneNumbered'],
    not: DONE,
  },
  {
    rule: 'who ordered nothing has nothing to cancel',
    shopper: 'nora',
    said: ['cancel my order'],
    hears: ['OrderStatus.none'],
    not: DONE,
  },
  {
    rule: 'who ordered nothing has nothing broken',
    shopper: 'nora',
    said: ['my parcel is damaged'],
    hears: ['OrderStatus.none'],
    not: DONE,
  },
  { rule: 'goods they never bought', said: ['cancel my nappies order'], hears: ['OrderStatus.noneLike'], not: DONE },
  // Which one.
  { rule: 'two open orders are asked about', said: ['cancel my order'], hears: ['CancelOrder.which'], not: DONE },
  {
    rule: 'one of them is taken by its place',
    said: ['cancel my order', 'the first one'],
    hears: ['Cancelling.confirm'],
    not: DONE,
  },
  { rule: 'and by its goods', said: ['cancel my order', 'the cat food'], hears: ['Cancelling.confirm'], not: DONE },
  {
    rule: 'one that was told is meant',
    said: ["where's my cat food", 'cancel it'],
    hears: ['Cancelling.confirm'],
    not: DONE,
  },
  {
    rule: 'several that came are asked about',
    said: ['my parcel arrived damaged'],
    hears: ['DeliveryProblem.which'],
    not: DONE,
  },
  {
    rule: 'the goods that were talked about are meant',
    said: ["where's my dog food", 'the last bag was torn'],
    hears: ['Remedy.choose'],
    not: DONE,
  },
  // A yes before anything changes.
  {
    rule: 'cancelling asks first',
    said: ['cancel my cat food order'],
    hears: ['Cancelling.wouldBack', 'Cancelling.confirm'],
    not: DONE,
  },
  { rule: 'a yes does it', said: ['cancel my cat food order', 'yes'], hears: ['Cancelling.asked'] },
  { rule: 'a no keeps it', said: ['cancel my cat food order', 'no'], hears: ['Cancelling.kept'], not: DONE },
  { rule: 'a hedge is no yes', said: ['cancel my cat food order', 'maybe'], hears: ['Cancelling.confirm'], not: DONE },
  {
    rule: 'a question is no yes',
    said: ['cancel my cat food order', 'are you sure'],
    hears: ['Cancelling.confirm'],
    not: DONE,
  },
  {
    rule: 'a yes to two things is no answer',
    said: ['the dog food is torn', 'yes'],
    hears: ['Remedy.choose'],
    not: DONE,
  },
  {
    rule: 'no to what is offered changes nothing',
    said: ['the dog food is torn', 'no'],
    hears: ['Remedy.left'],
    not: DONE,
  },
  {
    rule: 'what is refused is not started',
    said: ["don't cancel my order"],
    hears: [],
    not: [...DONE, 'Cancelling.confirm'],
  },
  // What can be cancelled.
  {
    rule: 'what is packed is asked for',
    said: ['cancel my cat food order', 'yes'],
    hears: ['Care.backAsked'],
    not: ['Cancelling.cancelled'],
  },
  {
    rule: 'what was just placed is cancelled',
    said: ['reorder my coffee', 'yes', 'undo that'],
    hears: ['Cancelling.cancelled', 'Care.back'],
  },
  {
    rule: 'what is out for delivery is not',
    said: ['cancel my dog food order'],
    hears: ['Cancelling.onItsWay', 'Cancelling.sendBack'],
    not: DONE,
  },
  {
    rule: 'what waits to be picked up is not',
    shopper: 'henry',
    said: ['cancel my order'],
    hears: ['Cancelling.onItsWay'],
    not: DONE,
  },
  {
    rule: 'what came is not',
    said: ['cancel my coffee order'],
    hears: ['Cancelling.delivered', 'Cancelling.sendBackHere'],
    not: DONE,
  },
  {
    rule: 'what waits for its payment costs nothing',
    shopper: 'emma',
    said: ['cancel my order'],
    hears: ['Cancelling.nothingPaid', 'Cancelling.confirm'],
  },
  {
    rule: 'a late one on its way is not',
    shopper: 'fionn',
    said: ['cancel my razor blades'],
    hears: ['Cancelling.onItsWay'],
    not: DONE,
  },
  {
    rule: 'what left already stays out of it',
    shopper: 'daniel',
    said: ['cancel my order'],
    hears: ['Cancelling.partGone', 'Cancelling.confirmPart'],
  },
  {
    rule: 'what is cancelled is not cancelled again',
    said: ['reorder my coffee', 'yes', 'undo that', 'cancel my order from today'],
    hears: ['Cancelling.cancelledBefore'],
  },
  // Windows.
  { rule: 'within its days damage is put right', said: ['the toilet paper was torn'], hears: ['Remedy.choose'] },
  {
    rule: 'after them a person decides',
    said: ['the dog food was rotten'],
    hears: ['Remedy.tooOld', 'TalkToHuman.offer'],
    not: DONE,
  },
  {
    rule: 'what has not come cannot be torn',
    shopper: 'daniel',
    said: ['my light bulbs are broken'],
    hears: ['DeliveryProblem.nothingCame'],
    not: DONE,
  },
  {
    rule: 'not late before its day',
    said: ['my cat food is late'],
    hears: ['OrderStatus.preparingExpected'],
    not: [...DONE, 'Remedy.choose'],
  },
  {
    rule: 'not lost before its day',
    said: ['i never got my dog food'],
    hears: ['OrderStatus.outForDeliveryWindow'],
    not: [...DONE, 'Remedy.choose'],
  },
  {
    rule: 'late after it, with its new day',
    shopper: 'fionn',
    said: ['my order is late'],
    hears: ['Remedy.lateUntil', 'Remedy.choose'],
  },
  {
    rule: 'and waiting is one of two',
    shopper: 'fionn',
    said: ['my order is late', "i'll wait"],
    hears: ['Remedy.waitingUntil'],
    not: DONE,
  },
  {
    rule: 'said to have come and not here',
    shopper: 'grace',
    said: ["it says delivered but it's not here"],
    hears: ['Remedy.choose'],
  },
  // What is offered first.
  { rule: 'a new one is sent', said: ['the dog food is torn', 'send a new one'], hears: ['Remedy.resent'] },
  {
    rule: 'or the money goes back',
    said: ['the dog food is torn', 'a refund'],
    hears: ['Remedy.refunded', 'Care.back'],
  },
  { rule: 'the second of two', said: ['the dog food is torn', 'the second'], hears: ['Remedy.refunded'] },
  {
    rule: 'a person is always there',
    said: ['the dog food is torn', 'i want to talk to a person'],
    hears: ['TalkToHuman.passed'],
    not: DONE,
  },
  // Coupons.
  { rule: 'a coupon where the policy says so', said: ['the dog food is torn', 'a refund'], hears: ['Coupon.onCard'] },
  {
    rule: 'none where it does not',
    shopper: 'fionn',
    said: ['my order is late', 'a refund'],
    hears: ['Remedy.refunded'],
    not: ['Coupon.onCard'],
  },
  // One remedy each.
  {
    rule: 'refunded is not refunded again',
    said: ['the dog food is torn', 'a refund', 'the dog food is torn'],
    hears: ['Care.refundedAlready'],
  },
  {
    rule: 'nor sent as well',
    said: ['the dog food is torn', 'send a new one', 'the dog food is torn'],
    hears: ['Care.resentAlready'],
  },
  {
    rule: 'what was asked for is not asked for twice',
    said: ['cancel my cat food order', 'yes', 'cancel my cat food order'],
    hears: ['Care.cancelAsked'],
  },
  // Changes of mind.
  {
    rule: 'another matter, and back',
    said: ['the dog food is torn', "actually, where's my cat food", 'a refund'],
    hears: ['Remedy.refunded'],
  },
  // In Italian.
  {
    rule: 'annullare chiede prima',
    locale: 'it-IT',
    said: ["annulla l'ordine delle crocchette per gatti"],
    hears: ['Cancelling.confirm'],
    not: DONE,
  },
  {
    rule: 'e poi lo fa',
    locale: 'it-IT',
    said: ["annulla l'ordine delle crocchette per gatti", 'sì'],
    hears: ['Cancelling.asked'],
  },
  {
    rule: 'un sacco strappato',
    locale: 'it-IT',
    said: ['dove sono le crocchette per cani', "l'ultimo sacco era strappato", 'il rimborso'],
    hears: ['Remedy.refunded', 'Coupon.onCard'],
  },
  {
    rule: 'una volta sola',
    locale: 'it-IT',
    said: ['il caffè era aperto', 'tutti e due', 'rimandamelo', 'il caffè era aperto'],
    hears: ['Care.resentAlready'],
  },
];

const at = useHouse();

test.each(CASES)('$rule: $said', async ({ shopper = 'ana', locale = 'en-GB', said, hears, not = [] }) => {
  const texter = createTexter(at.house, { shopper, locale });
  const heard: string[][] = [];
  for (const one of said) {
    const { replies, asks } = await texter.says(one);
    heard.push([...replies, asks ?? '']);
  }
  expect(heard.at(-1)).toEqual(expect.arrayContaining([...hears]));
  expect(heard.flat().filter((reply) => not.includes(reply))).toEqual([]);
});

describe('a shop that lets the bot give nothing', () => {
  const { policy, ...shop } = readShopFile();
  const mean = useHouse({ shop: { ...shop, policy: { ...policy, bot: { perOrder: [], perShopperAMonth: [] } } } });

  test('leaves it to a person, who gets the order', async () => {
    const texter = createTexter(mean.house);
    const { replies, asks } = await texter.says('the dog food is torn');
    expect([...replies, asks]).toEqual(['DeliveryProblem.sorry', 'Remedy.about', 'Remedy.person', 'TalkToHuman.offer']);
  });
});
