/** Sentences of an intent with something in their slots, as a shopper would say them. */

import type { Words } from '../../lambda/language/hearing/words';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { catalogueFor } from './catalogue';
import { INTENT_SLOTS } from './contract';
import { closedValues } from './values';

/** Puts a known value in the place of each slot of an intent's sentence. */
export function filledWith(language: string, words: Words): (sentence: string, intent: string) => string {
  const values = someValues(language, words);
  return (sentence, intent) => {
    const types = INTENT_SLOTS[intent as IntentName] ?? {};
    return sentence.replace(/\{([A-Za-z]+)\}/g, (_, slot: string) => values[types[slot] ?? ''] ?? slot);
  };
}

function someValues(language: string, words: Words): Readonly<Record<string, string>> {
  const first = (type: string, id?: string) => {
    const all = closedValues(type, words, language);
    return (all.find((value) => value.id === id) ?? all[0])?.name.value ?? '';
  };
  return {
    Product: catalogueFor(language)[0]?.words[0] ?? '',
    'AMAZON.NUMBER': words.numbers[3]?.[0] ?? '3',
    'AMAZON.DATE': words.weekdays[0]?.[0] ?? '',
    OrderNumber: '1234',
    Phone: '3331234567',
    'AMAZON.FirstName': 'Xaviera',
    NameWish: first('NameWish', 'never'),
    NewsWish: first('NewsWish', 'off'),
    NewsEnd: first('NewsEnd'),
    CodeLead: first('CodeLead'),
    Place: first('Place', 'DE'),
    ShippingSpeed: first('ShippingSpeed', 'express'),
    Unit: first('Unit', 'pack'),
    Extra: first('Extra', 'gift'),
    Change: first('Change', 'other'),
    Amend: first('Amend', 'add'),
    Detail: first('Detail', 'each'),
    CartAct: first('CartAct', 'show'),
    Checkout: first('Checkout', 'pay'),
    HabitWish: first('HabitWish', 'remind'),
    Rhythm: first('Rhythm', 'weeks'),
    Trait: first('Trait'),
    Suggesting: first('Suggesting', 'why'),
    Opinion: first('Opinion', 'good'),
    History: first('History', 'orders'),
    Presence: first('Presence'),
    After: first('After', 'and'),
    Basis: first('Basis'),
    Problem: first('Problem'),
    Remedy: first('Remedy'),
    Pieces: first('Pieces', '2'),
    WayBack: first('WayBack', 'pick-up'),
    CallTime: first('CallTime', 'morning'),
    CallWish: first('CallWish', 'off'),
    PolicyTopic: first('PolicyTopic'),
    DataWish: first('DataWish'),
    LimitWish: first('LimitWish'),
    LimitThing: first('LimitThing'),
    Sum: words.numbers[3]?.[0] ?? '3',
    LimitSpan: first('LimitSpan'),
    Currency: first('Currency'),
    Digits: '4827',
  };
}
