/** Every question the house can ask, and how a shopper gets there; the words are ids, so that it works in every language. */

import type { Answer } from '../../lambda/vocabulary/answer';
import type { Heard } from '../../lambda/vocabulary/heard';
import { createAgent } from './agent';
import type { House } from './house';
import { createSpeaker, type Speaker, type SpeakerOptions } from './speaker';

export type State = {
  /** The question that is open. */
  readonly asks: string;
  readonly shopper: string | null;
  /** Misses that count already when the question is asked. */
  readonly misses?: number;
  readonly device?: SpeakerOptions['device'];
  reach(speaker: Speaker, house: House): Promise<unknown>;
};

const coffee = { said: 'coffee', ids: ['bella-roma-ground'] };
const twoCoffees = { said: 'coffee', ids: ['porto-grigio-ground', 'nerina-capsules'] };
const tablets = { said: 'tablets', ids: ['lumisplash-tablets'] };
const dogFood = { said: 'dog food', ids: ['brontolino-dog-food'] };
const catFood = { said: 'cat food', ids: ['mirtilla-cat-food'] };
const catTreats = { said: 'cat treats', ids: ['micelina-cat-treats'] };
const damaged = { said: 'damaged', ids: ['damaged'] };
const bulbs = { said: 'light bulbs', ids: ['lucciola-bulbs'] };
const nowhere = { said: 'Narnia', ids: [] };

/** Words of a cart as Alexa resolves them. */
export function cartAct(id: string) {
  return { said: id, ids: [id] };
}
/** What is said in words of one's own; in a language that has none here, in English. */
type OwnWords = { readonly en: string; readonly it: string; readonly de: string };
const said =
  ({ en, it, de }: OwnWords) =>
  ({ locale }: Speaker) =>
    locale.startsWith('it') ? it : locale.startsWith('de') ? de : en;

const shallI = said({ en: 'should I order coffee?', it: 'devo ordinare il caffè?', de: 'soll ich kaffee bestellen?' });

/** A person has written, and is gone again. */
async function writtenTo(speaker: Speaker, house: House, words = 'It is on its way.') {
  await speaker.hears('TalkToHuman');
  await createAgent(house).says(words);
  await createAgent(house).returns();
  return speaker.opens();
}

/** What they have written is being read out. */
async function answered(speaker: Speaker, house: House, words?: string) {
  await writtenTo(speaker, house, words);
  return speaker.yes();
}

async function returns(speaker: Speaker) {
  await speaker.hears('ReturnRefund');
  return speaker.hears('Select', { ListPosition: '1' });
}

/** The shop takes nothing for a moment. */
async function declinedOnce(speaker: Speaker, house: House, product: typeof coffee) {
  await speaker.hears('Reorder', { product });
  house.demo.setFault('declined');
  const asked = await speaker.yes();
  house.demo.setFault(null);
  return asked;
}

const forMum = said({ en: 'coffee for my mum', it: 'caffè per la mamma', de: 'kaffee für meine mama' });

const inOneBreath = said({
  en: 'cat food and cancel my dog food',
  it: 'cibo per gatti e annulla il cibo per cani',
  de: 'katzenfutter und storniere mein hundefutter',
});

/** A visit breaks off, and the next begins with something else. */
async function leaves(speaker: Speaker, asks: () => Promise<unknown>) {
  await asks();
  await speaker.falls();
  return speaker.hears('OrderStatus', { product: dogFood });
}

/** No speaker gets there in the demo shop: one is asked in writing only, its goods come in no sizes, nobody has set a code, nobody can sign in on a page, and it offers no news unasked. */
export const UNSPOKEN: readonly string[] = [
  'MyData.forget',
  'Purchase.code',
  'Reorder.size',
  'SendToPhone.signIn',
  'OrderNews.visit',
  'OrderNews.message',
  'OrderNews.speaker',
];

const AFTER_FIVE = { time: { said: 'after five', ids: ['after-17'] } };

export const STATES: readonly State[] = [
  { asks: 'Welcome.what', shopper: 'kate', reach: (speaker) => speaker.opens() },
  { asks: 'Welcome.more', shopper: 'ana', reach: (speaker) => speaker.hears('OrderStatus', { product: dogFood }) },
  { asks: 'Reorder.what', shopper: 'bruno', reach: (speaker) => speaker.hears('Reorder') },
  { asks: 'Reorder.which', shopper: 'bruno', reach: (speaker) => speaker.hears('Reorder', { product: twoCoffees }) },
  {
    asks: 'Reorder.apart',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Reorder', { product: { said: forMum(speaker), ids: [] } }),
  },
  { asks: 'Purchase.confirm', shopper: 'ana', reach: (speaker) => speaker.hears('Reorder', { product: coffee }) },
  { asks: 'Purchase.instead', shopper: 'grace', reach: (speaker) => speaker.hears('Reorder', { product: tablets }) },
  {
    asks: 'Purchase.quantity',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Reorder', { product: coffee, quantity: 0 }),
  },
  {
    asks: 'Purchase.again',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('Reorder', { product: coffee });
      await speaker.yes();
      return speaker.hears('Reorder', { product: coffee });
    },
  },
  {
    asks: 'Placed.instead',
    shopper: 'ana',
    async reach(speaker) {
      // As many as the last time are no change.
      await speaker.hears('Reorder', { product: coffee, quantity: 2 });
      await speaker.yes();
      return speaker.hears('Reorder', { quantity: 3 });
    },
  },
  {
    asks: 'Placed.besides',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('Reorder', { product: coffee });
      await speaker.yes();
      return speaker.hears('Reorder', { amend: { said: 'add', ids: ['add'] }, product: dogFood });
    },
  },
  {
    asks: 'Purchase.retry',
    shopper: 'ana',
    reach: (speaker, house) => declinedOnce(speaker, house, coffee),
  },
  {
    asks: 'Purchase.means',
    shopper: 'bruno',
    reach: (speaker, house) => declinedOnce(speaker, house, { said: 'capsules', ids: ['nerina-capsules'] }),
  },
  {
    asks: 'CartCheckout.order',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('CartCheckout', { act: cartAct('show') }),
  },
  { asks: 'CartCheckout.offer', shopper: 'ana', reach: (speaker) => speaker.hears('ShippingCost') },
  {
    asks: 'CartCheckout.which',
    shopper: 'bruno',
    reach: (speaker) => speaker.hears('CartCheckout', { act: cartAct('add'), product: twoCoffees }),
  },
  {
    asks: 'CartCheckout.more',
    shopper: 'chiara',
    async reach(speaker) {
      for (const id of ['bella-roma-ground', 'brontolino-dog-food', 'saponella-hand-soap', 'vetrachiara-tablets'])
        await speaker.hears('CartCheckout', { act: cartAct('add'), product: { said: id, ids: [id] } });
      return speaker.hears('CartCheckout', { act: cartAct('show') });
    },
  },
  {
    asks: 'CartCheckout.clearing',
    shopper: 'kate',
    async reach(speaker) {
      await speaker.hears('CartCheckout', { act: cartAct('add'), product: dogFood });
      return speaker.hears('CartCheckout', { act: cartAct('empty') });
    },
  },
  {
    asks: 'MyName.keep',
    shopper: 'bruno',
    reach: (speaker) => speaker.hears('MyName', { name: 'Giulia' }),
  },
  { asks: 'Replenish.order', shopper: 'chiara', reach: (speaker) => speaker.hears('Replenish') },
  {
    asks: 'Reminder.confirm',
    shopper: 'ana',
    device: 'profile',
    reach: (speaker) => speaker.hears('Replenish', { habit: { said: 'remind me', ids: ['remind'] }, product: coffee }),
  },
  {
    asks: 'Later.whenBack',
    shopper: 'henry',
    reach: (speaker) => speaker.hears('Reorder', { product: { said: 'fish food', ids: ['guppari-fish-food'] } }),
  },
  {
    asks: 'Later.order',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Replenish', { habit: { said: 'back', ids: ['back'] }, product: coffee }),
  },
  {
    asks: 'Later.onDay',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Replenish', { habit: { said: 'remind me', ids: ['remind'] }, product: coffee }),
  },
  { asks: 'Recommend.offer', shopper: 'ana', reach: (speaker) => speaker.hears('Recommend') },
  {
    asks: 'Recommend.what',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('Recommend', { asked: { said: 'what goes with', ids: ['with'] } }),
  },
  {
    asks: 'Resume.goOnWith',
    shopper: 'ana',
    reach: (speaker) => leaves(speaker, () => speaker.hears('Reorder', { product: coffee })),
  },
  {
    asks: 'Resume.goOn',
    shopper: 'ana',
    reach: (speaker) => leaves(speaker, () => speaker.hears('DeliveryProblem', { product: catFood, problem: damaged })),
  },
  { asks: 'Feedback.score', shopper: 'ana', reach: (speaker) => speaker.hears('Feedback') },
  { asks: 'Feedback.helped', shopper: 'ana', reach: (speaker, house) => answered(speaker, house) },
  { asks: 'CancelOrder.which', shopper: 'ana', reach: (speaker) => speaker.hears('CancelOrder') },
  {
    asks: 'Cancelling.confirm',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('CancelOrder', { product: catFood }),
  },
  {
    asks: 'Cancelling.confirmPart',
    shopper: 'daniel',
    reach: (speaker) => speaker.hears('CancelOrder', { product: bulbs }),
  },
  {
    asks: 'Consent.total',
    shopper: 'ana',
    async reach(speaker, house) {
      await speaker.opens();
      return typeInto(speaker, house, { kind: 'text', text: shallI(speaker) });
    },
  },
  { asks: 'ChangeAddress.where', shopper: 'daniel', reach: (speaker) => speaker.hears('ChangeAddress') },
  {
    asks: 'ChangeAddress.confirm',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('ChangeAddress', { product: catFood }),
  },
  {
    asks: 'ChangeAddress.which',
    shopper: 'ana',
    async reach(speaker, house) {
      await speaker.hears('Reorder', { product: coffee });
      await speaker.yes();
      // What was ordered a moment ago would be meant.
      house.clock.advance(3 * 60_000);
      await house.store.agents.seen('agent-marta', house.clock.now());
      return speaker.hears('ChangeAddress');
    },
  },
  { asks: 'DeliveryProblem.what', shopper: 'ana', reach: (speaker) => speaker.hears('DeliveryProblem') },
  {
    asks: 'DeliveryProblem.which',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('DeliveryProblem', { problem: damaged }),
  },
  {
    asks: 'DeliveryProblem.howMany',
    shopper: 'grace',
    reach: (speaker) => speaker.hears('DeliveryProblem', { problem: damaged, product: catTreats }),
  },
  {
    asks: 'Pieces.ofWhich',
    shopper: 'grace',
    async reach(speaker) {
      await speaker.hears('ReturnRefund', { pieces: { said: 'one', ids: ['1'] } });
      return speaker.hears('Select', { ListPosition: '1' });
    },
  },
  {
    asks: 'Remedy.choose',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('DeliveryProblem', { problem: damaged });
      return speaker.hears('Select', { ListPosition: '1' });
    },
  },
  {
    asks: 'Remedy.shall',
    shopper: 'bruno',
    reach: (speaker) => speaker.hears('DeliveryProblem', { problem: { said: 'late', ids: ['late'] } }),
  },
  { asks: 'ReturnRefund.which', shopper: 'ana', reach: (speaker) => speaker.hears('ReturnRefund') },
  { asks: 'ReturnRefund.byLabel', shopper: 'ana', reach: returns },
  {
    asks: 'ReturnRefund.pickUp',
    shopper: 'ana',
    async reach(speaker) {
      await returns(speaker);
      return speaker.no();
    },
  },
  { asks: 'SupportPolicy.which', shopper: null, reach: (speaker) => speaker.hears('SupportPolicy') },
  { asks: 'OrderStatus.which', shopper: 'ana', reach: (speaker) => speaker.hears('OrderStatus') },
  { asks: 'ShippingCost.where', shopper: null, reach: (speaker) => speaker.hears('ShippingCost', { place: nowhere }) },
  { asks: 'DeliveryTime.where', shopper: null, reach: (speaker) => speaker.hears('DeliveryTime', { place: nowhere }) },
  {
    asks: 'ShippingOptions.where',
    shopper: null,
    reach: (speaker) => speaker.hears('ShippingOptions', { place: nowhere }),
  },
  {
    asks: 'Fallback.meant',
    shopper: 'kate',
    misses: 1,
    async reach(speaker, house) {
      await speaker.opens();
      const maybe = [
        { intent: 'OrderStatus', slots: {} },
        { intent: 'ShippingCost', slots: {} },
      ] as const;
      return typeInto(speaker, house, { kind: 'intent', intent: 'Fallback', slots: {}, maybe });
    },
  },
  {
    asks: 'TalkToHuman.offer',
    shopper: 'emma',
    reach: (speaker) => speaker.hears('Reorder', { product: { said: 'milk', ids: ['havrelund-oat-milk'] } }),
  },
  {
    asks: 'TalkToHuman.callBack',
    shopper: 'ana',
    async reach(speaker, house) {
      await house.store.agents.change('agent-marta', { isAvailable: false });
      const asked = await speaker.hears('TalkToHuman');
      await house.store.agents.change('agent-marta', { isAvailable: true });
      house.clock.advance(10_000);
      return asked;
    },
  },
  { asks: 'TalkToHuman.phone', shopper: null, reach: (speaker) => speaker.hears('TalkToHuman', AFTER_FIVE) },
  {
    asks: 'TalkToHuman.rightPhone',
    shopper: null,
    async reach(speaker) {
      await speaker.hears('TalkToHuman', AFTER_FIVE);
      return speaker.hears('TalkToHuman', { phone: '+39 333 123 4567' });
    },
  },
  { asks: 'Person.read', shopper: 'ana', reach: (speaker, house) => writtenTo(speaker, house) },
  {
    asks: 'Person.onward',
    shopper: 'ana',
    reach: (speaker, house) => answered(speaker, house, 'We looked into your parcel and asked the driver. '.repeat(8)),
  },
  {
    asks: 'Person.spell',
    shopper: null,
    reach: (speaker, house) => answered(speaker, house, 'Use coupon SORRY10X.'),
  },
  {
    asks: 'Welcome.carryOn',
    shopper: 'ana',
    async reach(speaker, house) {
      await speaker.hears('Reorder', { product: coffee });
      await speaker.hears('TalkToHuman');
      await createAgent(house).says('It is on its way.');
      await createAgent(house).returns();
      await speaker.opens();
      return speaker.no();
    },
  },
  {
    asks: 'Person.add',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('TalkToHuman');
      return speaker.opens();
    },
  },
  {
    asks: 'Person.what',
    shopper: 'ana',
    async reach(speaker) {
      await speaker.hears('TalkToHuman');
      await speaker.opens();
      return speaker.yes();
    },
  },
  {
    asks: 'SendToPhone.mayEmail',
    shopper: null,
    device: 'profile',
    async reach(speaker) {
      await speaker.hears('ShippingCost');
      return speaker.hears('SendToPhone');
    },
  },
  {
    asks: 'Join.confirm',
    shopper: null,
    async reach(speaker, house) {
      await speaker.opens();
      const other = await createSpeaker(house, { shopper: null }).hears('SendToPhone');
      const [code = ''] = /\d{3} \d{3}/.exec(JSON.stringify(other.card)) ?? [];
      return typeInto(speaker, house, { kind: 'joined', token: code.replace(' ', '') });
    },
  },
  {
    asks: 'Besides.also',
    shopper: 'ana',
    reach: (speaker) => speaker.hears('OrderStatus', { product: { said: inOneBreath(speaker), ids: [] } }),
  },
];

let people = 0;

/** A speaker that stands before this question, of a person nobody else is: tests in one house do not meet. */
export async function standAt(state: State, house: House, options: SpeakerOptions = {}): Promise<Speaker> {
  people += 1;
  // Nothing that was ordered before is ordered "again".
  house.clock.advance(60 * 60_000);
  await house.store.agents.seen('agent-marta', house.clock.now());
  const speaker = createSpeaker(house, {
    person: `person-${people}`,
    ...options,
    shopper: state.shopper,
    ...(state.device ? { device: state.device } : {}),
  });
  await state.reach(speaker, house);
  return speaker;
}

/** What is typed in the middle of a spoken conversation, as `npm run talk` does. */
export async function typeInto(speaker: Speaker, house: House, heard: Heard): Promise<Answer> {
  const { request, session, context } = speaker.envelope({ type: 'LaunchRequest' });
  const { person, user } = context.System;
  const { answer } = await house.app.answer({
    id: request.requestId,
    channel: 'alexa',
    form: 'speech',
    requestId: request.requestId,
    session: { id: session?.sessionId ?? '', isNew: false },
    address: user.userId,
    ...(person ? { person: person.personId } : {}),
    ...(user.accessToken ? { credential: user.accessToken } : {}),
    locale: 'locale' in request ? (request.locale ?? 'en-GB') : 'en-GB',
    deadline: house.clock.now() + 6_000,
    heard,
  });
  return answer;
}
