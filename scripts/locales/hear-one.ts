/** What the program understands by one text: intents by Amazon's names, so that answers compare with the console's. */

import { toAmazon } from '../../lambda/channels/alexa/names';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing, type Hearing } from '../../lambda/language/hearing/hear';
import type { Slots } from '../../lambda/vocabulary/heard';
import type { PlainDate } from '../../lambda/vocabulary/values';
import { goodsFor } from './catalogue';
import { INTENT_SLOTS } from './contract';
import { invocationOf, localesOf, type Place, readShop } from './source';
import { topicsIn } from './topics';

export type HeardLine = {
  readonly text: string;
  readonly intent: string;
  readonly score: number;
  readonly rivals: readonly { readonly intent: string; readonly score: number }[];
  readonly slots: Slots;
  /** Sure enough to act on. */
  readonly accepted: boolean;
};

const hearings = new Map<string, Hearing>();

function hearingIn(place: Place): Hearing {
  const known = hearings.get(place.root);
  if (known) return known;
  const shop = readShop(place);
  const made = createHearing({
    directory: localesOf(place),
    intents: INTENT_SLOTS,
    today: () => new Date().toISOString().slice(0, 10) as PlainDate,
    invocation: (language) => invocationOf(shop, language),
    topics: { of: (locale) => topicsIn(place, locale), isLearned: true },
    learning: { folders: [modelsFolder(null)], when: 'at once' },
  });
  hearings.set(place.root, made);
  return made;
}

/** The likeliest intent, whether it is acted on or not. */
export function hearOne(place: Place, locale: string, text: string): HeardLine {
  const heard = hearingIn(place).hear(text, { locale, goods: goodsFor(locale, localesOf(place)) });
  const accepted = heard.intent !== 'Fallback';
  const rivals = heard.rivals.map(({ intent, score }) => ({ intent: toAmazon(intent), score }));
  const [best, ...others] = accepted ? [{ intent: toAmazon(heard.intent), score: heard.score }, ...rivals] : rivals;
  const slots = accepted ? heard.slots : (heard.maybe?.[0]?.slots ?? {});
  return {
    text,
    intent: best?.intent ?? toAmazon('Fallback'),
    score: best?.score ?? 0,
    rivals: others,
    slots,
    accepted,
  };
}
