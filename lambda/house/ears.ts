/** The hearing of the house: made from the files of the languages, made anew when they change, readied for a language. */

import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { SLOTS } from '../dialogue/index';
import { createHearing, type Hearing } from '../language/hearing/hear';
import type { Voice } from '../language/speech/say';
import { callWithin } from '../services/commerce/call';
import { knowEndings } from '../services/commerce/endings';
import type { Goods } from '../services/commerce/goods';
import type { Content } from '../services/content/content';
import { knowDigits } from '../services/privacy/spoken-words';
import { dayIn } from '../vocabulary/calendar';
import type { Earshot, OpenOptions } from './earshot';
import { digitsIn, endingsIn } from './language-lists';

type EarsNeeds = {
  readonly voice: Voice;
  readonly goods: Goods;
  readonly reloadGoods: (locales: readonly string[]) => void;
  readonly content: Content;
  readonly calendar: () => number;
  readonly now: () => number;
};

/** It is there by then. */
const READ_WITHIN_MS = 1_000;

export function openEars(options: OpenOptions, needs: EarsNeeds): Pick<Earshot, 'hearing' | 'reload' | 'ready'> {
  const { voice, goods, now } = needs;
  const { alexaLocales } = options.shop;
  const { hearing, replace } = replaceable(newHearing(options, needs));
  return {
    hearing,
    reload() {
      const next = newHearing(options, needs);
      const locales = [...alexaLocales, ...voice.languages, ...voice.drafts];
      // A language is read when it is first heard: what cannot be read shows here, and what can is kept before somebody breaks it.
      for (const locale of locales) next.read(locale);
      replace(next);
      knowDigits(digitsIn(options.locales));
      knowEndings(() => endingsIn(options.locales));
      needs.reloadGoods(locales);
      voice.reload();
    },
    async ready(locale) {
      // A shop may have other goods, or another list of them, in each locale of the language.
      const spoken = alexaLocales.filter((other) => other.startsWith(`${locale}-`));
      for (const one of [locale, ...spoken]) {
        await goods.ready(one);
        const index = await goods.index(callWithin(READ_WITHIN_MS, { locale: one, now }));
        if (index) await hearing.prepare(one, index);
      }
    },
  };
}

function newHearing(options: OpenOptions, { calendar, content }: EarsNeeds): Hearing {
  const { folder, shop, locales, learning, models, teacher } = options;
  const teach = teacher ? { teach: teacher.teach } : {};
  return createHearing({
    directory: locales,
    intents: SLOTS,
    today: () => dayIn(shop.support.hours.timeZone, calendar()),
    invocation: (language) => shop.invocationName[language] ?? shop.name.toLowerCase(),
    topics: { of: content.answers, isLearned: content.isFixed },
    ...(learning ? { learning: { folders: [models ?? modelsFolder(folder)], when: learning, ...teach } } : {}),
  });
}

function replaceable(first: Hearing): { readonly hearing: Hearing; readonly replace: (next: Hearing) => void } {
  let current = first;
  const hearing: Hearing = {
    hear: (...heard) => current.hear(...heard),
    prepare: (...heard) => current.prepare(...heard),
    read: (...heard) => current.read(...heard),
    alarms: (...heard) => current.alarms(...heard),
    launches: (...heard) => current.launches(...heard),
    complete: (...heard) => current.complete(...heard),
  };
  return {
    hearing,
    replace: (next) => {
      current = next;
    },
  };
}

/** Where trained models of languages are kept: with the data, or for the house in memory with what may be lost. */
export function modelsFolder(folder: string | null): string {
  return folder ? join(folder, 'models') : join(tmpdir(), `earshot-models-${userInfo().username}`);
}
