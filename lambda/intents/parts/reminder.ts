/** A reminder that a speaker gives on the day a thing is probably due: once, with its day and time said and a yes to it. */

import * as z from 'zod/mini';
import type { BuyingHabit } from '../../services/commerce/replenish';
import { shapeOf } from '../../services/shape';
import { comingOf, dayAfter, daysFrom } from '../../vocabulary/calendar';
import type { Reply } from '../../vocabulary/outcome';
import type { PlainDate, ProductName } from '../../vocabulary/values';
import { type Acted, ask, close, done, type Part, replies, type Scene, type ShopperScene } from '../kit/define';
import { soldOf } from '../kit/goods';
import { offerOnDay } from './later';

const SAYS = {
  text: { product: 'product' },
  set: { product: 'product', day: 'day' },
  asking: {},
  refused: {},
  asked: {},
  full: {},
  failed: {},
  notHere: {},
  notOnThis: {},
  whenUnknown: {},
  nothingToRemind: {},
  declined: {},
} as const;
const say = replies('Reminder', SAYS);

type Planned = { readonly productId: string; readonly day: string };

/** Ten in the morning, which every language says in `Reminder.confirm`: nobody is woken by coffee that runs out. */
const MINUTE = 600;
const TOKEN = 'reminder:';

const confirm = ask<Planned, { product: 'product'; day: 'day' }, ShopperScene>({
  id: 'Reminder.confirm',
  state: shapeOf(z.object({ productId: z.string(), day: z.string() })),
  commits: true,
  with: { product: 'product', day: 'day' },
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, planned, scene) {
    if (answer.kind === 'no') return done(say('declined'));
    return answer.kind === 'yes' ? set(planned, scene) : null;
  },
});

export const Reminder: Part = { name: 'Reminder', personal: true, says: SAYS, asks: { confirm } };

/** Says when and asks; in text, and at a speaker that keeps none, says honestly that it cannot, and what can be done. */
export function proposeReminder(habit: BuyingHabit, wished: PlainDate | null, { turn }: ShopperScene): Acted {
  if (habit.every === null && !wished) return done(say('whenUnknown'));
  const { today, product } = habit;
  const tomorrow = dayAfter(today, 1);
  const likely = wished ? comingOf(wished, today) : habit.due;
  const day = likely > today ? likely : tomorrow;
  // What cannot ring can be brought up at a visit.
  const canRing = turn.form !== 'text' && turn.device?.profile !== undefined;
  if (!canRing) return offerOnDay(product, day, { said: say(turn.form === 'text' ? 'notHere' : 'notOnThis'), today });
  const said = {
    product: { type: 'product', product: product.name },
    day: { type: 'day', day, today },
  } as const;
  return { replies: [], ending: confirm.put(said, { productId: product.id, day }) };
}

/** Nothing is known to remind of. */
export function whyNoReminder(): Reply {
  return say('nothingToRemind');
}

async function set({ productId, day }: Planned, scene: ShopperScene, isAsked = false): Promise<Acted> {
  const { services, turn, shopper, call } = scene;
  const { timeZone } = shopper.address;
  const today = services.today(timeZone);
  const name = await nameOf(productId, scene);
  const profile = turn.device?.profile;
  if (!name || !profile) return done(say('failed'));
  const inDays = Math.max(1, daysFrom(today, day as PlainDate));
  const product = { type: 'product', product: name } as const;
  const made = await services.remind(
    { inDays, minute: MINUTE, timeZone, said: say('text', { product }) },
    profile,
    call,
  );
  switch (made.kind) {
    case 'set':
      return done(say('set', { product, day: { type: 'day', day: dayAfter(today, inDays), today } }));
    case 'consent-needed':
      return isAsked ? inApp() : askLeave({ productId, day });
    case 'full':
      return done(say('full'));
    case 'unsupported':
      return done(say('notOnThis'));
    case 'unavailable':
      return done(say('failed'));
  }
}

/** Alexa asks whether we may set reminders at all, in words of her own. */
function askLeave({ productId, day }: Planned): Acted {
  const token = `${TOKEN}${day}:${productId}`;
  return { replies: [say('asking')], ending: { kind: 'yield', to: { kind: 'ask-consent', to: 'reminders', token } } };
}

/** She said yes and it is not known yet, or nothing: the card in the app asks once more. */
function inApp(): Acted {
  return { ...close(say('asked')), card: { kind: 'ask-consent', to: 'reminders' } };
}

/** Alexa is back from asking; null: from something else. */
export async function leaveGiven(scene: Scene): Promise<Acted | null> {
  const { heard } = scene.turn;
  if (heard.kind !== 'resumed' || !heard.token.startsWith(TOKEN) || !scene.shopper) return null;
  if (heard.granted === false) return done(say('refused'));
  if (heard.granted === undefined) return inApp();
  const [day = '', productId = ''] = heard.token.slice(TOKEN.length).split(/:(.*)/s);
  return set({ productId, day }, scene as ShopperScene, true);
}

async function nameOf(productId: string, scene: ShopperScene): Promise<ProductName | null> {
  const [found] = await soldOf([productId], scene);
  return found?.name ?? null;
}
