/** What is done as it is heard, with no question of its own, is never done where it is refused, or is only like a sentence of ours. */

import { NO_RULES } from '../../lambda/services/limits/buying-rules';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', learning: 'at once' });

/** The negation stands in the middle, is part of the word, or the words are none of ours. */
const NOT_TO_DO = [
  ['de-DE', 'schalte das Einkaufen per Stimme nicht aus'],
  ['de-DE', 'schalten Sie das Einkaufen per Stimme bitte nicht aus'],
  ['de-DE', 'schalte das Einkaufen per Stimme jetzt aus'],
  ['de-DE', 'benachrichtigen Sie mich nicht über meine Bestellung'],
  ['de-DE', 'benachrichtige mich nicht wenn mein Paket unterwegs ist'],
  ['en-GB', "don't switch off voice buying"],
  ['en-GB', 'do not set a limit of twenty euros an order'],
  ['en-GB', 'can you not turn off voice buying'],
  ['en-GB', "please don't notify me about my order"],
  ['it-IT', 'non disattivare gli acquisti con la voce'],
  ['it-IT', 'non mettere un limite di venti euro a ordine'],
  ['it-IT', 'non avvisarmi del mio ordine'],
  ['pl-PL', 'nie ustawiaj limitu dwudziestu euro na zamówienie'],
  ['pl-PL', 'proszę nie wyłączać zakupów głosem'],
  ['pl-PL', 'nie powiadamiaj mnie o zamówieniu'],
  ['cs-CZ', 'nevypínejte nákupy hlasem'],
  ['cs-CZ', 'nenastavujte limit dvacet eur na objednávku'],
  ['cs-CZ', 'neupozorňujte mě na objednávku'],
] as const;

test('nothing is set, and no news are agreed to', async () => {
  for (const [locale, said] of NOT_TO_DO) {
    await at.texter({ locale }).says(said);
    const { memory } = (await at.house.store.conversations.load('shopper:shopper-ana')) ?? {};
    const rules = await at.house.store.buyingRules.of('shopper-ana');
    expect({ said, rules, news: memory?.news?.ways ?? {} }).toEqual({ said, rules: NO_RULES, news: {} });
  }
});
