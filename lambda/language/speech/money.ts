/** Money by the language's own words: "14 euros 80", "3 pounds"; shown as "€14.80". */

import type { Money, ValueOf } from '../../vocabulary/values';
import { phrase, phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

type Kind = 'money' | 'cents';

function counted(speaker: Speaker, kind: Kind, count: number, currency: string): string {
  return phraseText(speaker, kind, { context: currency, count, with: { count: speaker.formats.number(count) } });
}

/** Whether the language names this currency itself; every language has an `other` form of what it names. */
function names(speaker: Speaker, kind: Kind, currency: string): boolean {
  return speaker.words.has(`format.${kind}_${currency}_other`);
}

function spoken(speaker: Speaker, { minor, currency }: Money): readonly SpeechPart[] {
  const scale = 10 ** speaker.formats.decimals(currency);
  const [whole, rest] = [Math.floor(minor / scale), minor % scale];
  const known = names(speaker, 'money', currency) && (rest === 0 || names(speaker, 'cents', currency));
  if (!known || minor < 0) return [speaker.formats.moneyInWords(minor, currency)];
  if (rest === 0) return [counted(speaker, 'money', whole, currency)];
  if (whole === 0) return [counted(speaker, 'cents', rest, currency)];
  return phrase(speaker, rest < 10 ? 'moneyAndCents' : 'moneyAndMinor', {
    with: {
      money: counted(speaker, 'money', whole, currency),
      minor: String(rest),
      cents: counted(speaker, 'cents', rest, currency),
    },
  });
}

/** Whole amounts without decimals; under ten cents the cents are named, since "14 euros 5" could be fifty. */
export function formatMoney({ money }: ValueOf<'money'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  return form === 'text' ? [speaker.formats.money(money.minor, money.currency)] : spoken(speaker, money);
}
