/** What is kept of a shopper, where it comes from, and its erasure: confirmed in writing, never by a voice alone. */

import { answerOn } from '../services/content/content';
import type { Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import { type Acted, ask, close, done, type Intent, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { fileFor, onPhone } from './parts/data-sent';
import { sourceOf } from './parts/data-source';
import { asking, isNothing, kept, MY_DATA_SAYS, say } from './parts/data-words';
import { offerPerson } from './TalkToHuman';

const forget = ask<NoState, Record<never, never>>({
  id: 'MyData.forget',
  state: NO_STATE,
  commits: true,
  whilePerson: true,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return done(say('unchanged'));
    if (answer.kind !== 'yes') return null;
    // Whatever was put in writing: at a speaker anybody may say yes.
    if (scene.turn.form === 'speech') return onPhone('forget', scene);
    const isErased = await scene.services.ownData.erase(asking(scene));
    if (!isErased) return offerPerson({ reason: 'policy', said: [say('notYet')] }, scene);
    return causing(close(say('erased'), ...ofShop(scene)), { kind: 'erased' });
  },
});

export const MyData: Intent = {
  name: 'MyData',
  acts: 'changes',
  aboutOrders: false,
  slots: { wish: 'DataWish' },
  personal: false,
  says: MY_DATA_SAYS,
  asks: { forget },
  async act(slots, scene) {
    switch (wishIn(slots)) {
      case 'forget':
        return scene.turn.form === 'speech' ? onPhone('forget', scene) : erasing(scene);
      case 'export':
        return scene.turn.form === 'speech' ? onPhone('export', scene) : file(scene);
      case 'close':
        return closing(scene);
      case 'leave':
        return done(say('leaving', { site: siteOf(scene) }));
      case 'linked':
        return done(say(scene.shopper ? 'linked' : 'guest'));
      case 'source':
        return done(source(scene));
      case 'use':
        return written('privacy', scene);
      case 'account':
        return written('account', scene);
      default:
        return done(...(await kept(scene)), ...ofShop(scene));
    }
  },
};

/** The shop has no account of whoever it does not know. */
function ofShop({ shopper }: Scene): readonly Reply[] {
  return shopper ? [say('shopKeeps')] : [];
}

/** A guest may not know that anything is kept of them: that is told first. */
async function erasing(scene: Scene): Promise<Acted> {
  const all = scene.shopper ? [] : await kept(scene);
  return { replies: isNothing(all) ? [] : all, ending: forget.put({}, {}) };
}

function wishIn({ wish }: Slots): string | undefined {
  return wish?.ids[0];
}

/** The account is the shop's; what is kept here can go at once. */
function closing(scene: Scene): Acted {
  const said = say('closing', { site: siteOf(scene) });
  return scene.turn.form === 'speech' ? done(said) : { replies: [said], ending: forget.put({}, {}) };
}

function siteOf({ services }: Scene) {
  return { type: 'shown', text: services.merchant.site } as const;
}

async function file(scene: Scene): Promise<Acted> {
  const all = await kept(scene);
  if (isNothing(all)) return done(...all);
  return (await fileFor(all, scene)) ?? offerPerson({ reason: 'asked', said: [...all, say('byTeam')] }, scene);
}

/** What was said last was about one's data: "delete everything" means that, and no orders. */
export function wasOfData({ last }: Scene['memory']): boolean {
  const replies = last?.replies ?? [];
  return replies.length > 0 && replies.every(({ key }) => key.startsWith(`${MyData.name}.`));
}

/** Where what was just said comes from, by who said it. */
function source({ memory }: Scene): Reply {
  const known = sourceOf(memory);
  if (known) return say(known);
  return say((memory.last?.replies ?? []).length > 0 ? 'fromTalk' : 'nothingSaid');
}

/** What the shop says of it itself. */
function written(topic: string, scene: Scene): Acted {
  const { services, turn } = scene;
  const today = services.today(services.merchant.support.hours.timeZone);
  const answer = answerOn(topic, { locale: turn.locale, today }, services.content);
  if (!answer) return offerPerson({ reason: 'policy', said: [say('shopKeeps')] }, scene);
  return done(say('told', { words: { type: 'passage', voice: answer.voice, text: answer.chat } }));
}
