/** Makes the interaction model of one Alexa locale from its language's folder and the shop's goods. */

import type { v1 } from 'ask-smapi-model';
import { toAmazon } from '../../lambda/channels/alexa/names';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import { slotsIn } from '../../lambda/language/hearing/sentences';
import { withTopics } from '../../lambda/language/hearing/topics';
import { INTENTS, type IntentName } from '../../lambda/vocabulary/intents';
import { candidatesOf } from './candidates';
import { catalogueFor } from './catalogue';
import { ELICITED, INTENT_SLOTS } from './contract';
import { type SlotWords, samplesSaying } from './example-phrases';
import { heardIn, intentSamples } from './intent-samples';
import { chooseSamples } from './samples';
import { invocationOf, localesOf, type Place, readShop, readSource, type Source } from './source';
import { toldIn } from './told';
import { topicsIn } from './topics';
import { closedValues, productValues } from './values';

export type Model = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;
type SlotType = v1.skill.interactionModel.SlotType;

export type Made = {
  readonly model: Model;
  /** Intent to the number of sentences that found no room. */
  readonly dropped: Readonly<Record<string, number>>;
};

/** Ours to Amazon's: an order is asked for by its last four digits. Other types go by their own names. */
const AMAZON_TYPES: Readonly<Record<string, string>> = {
  OrderNumber: 'AMAZON.FOUR_DIGIT_NUMBER',
  Digits: 'AMAZON.NUMBER',
  Sum: 'AMAZON.NUMBER',
  Phone: 'AMAZON.PhoneNumber',
};
const CUSTOM_TYPES = [
  'Product',
  'Place',
  'ShippingSpeed',
  'Basis',
  'Problem',
  'Remedy',
  'Pieces',
  'WayBack',
  'CallTime',
  'CallWish',
  'PolicyTopic',
  'DataWish',
  'LimitWish',
  'LimitThing',
  'LimitSpan',
  'Currency',
  'Unit',
  'Extra',
  'Change',
  'Amend',
  'Detail',
  'CartAct',
  'Checkout',
  'HabitWish',
  'Rhythm',
  'NameWish',
  'CodeLead',
  'NewsEnd',
  'NewsWish',
  'Trait',
  'Suggesting',
  'Opinion',
  'History',
  'Presence',
  'After',
] as const;

function typeName(type: string): string {
  return AMAZON_TYPES[type] ?? type;
}

/** `goods`: those of the shop, the most bought first; the demo shop's where none are given. */
export function makeModel(place: Place, locale: string, goods: GoodsIn = goodsIn(place)): Made {
  const source = withContent(readSource(place, locale), place, locale);
  const shop = readShop(place);
  const dropped: Record<string, number> = {};
  const types = CUSTOM_TYPES.map((type) => typeOf(type, source, { locale, goods }));
  const slotWords = slotWordsOf(types, source.words);
  const told = toldIn(source.speech, source, { shop, locale });
  const { sounds } = samplesSaying(told, { words: source.words, slotWords });
  const intents = INTENTS.map((name): Intent => {
    const chosen = chooseSamples(intentSamples(name, source), sounds);
    if (chosen.dropped > 0) dropped[name] = chosen.dropped;
    const slots = slotsOf(name, source);
    return { name: toAmazon(name), ...(slots.length > 0 ? { slots } : {}), samples: [...chosen.samples] };
  });
  const languageModel: v1.skill.interactionModel.LanguageModel = {
    invocationName: invocationOf(shop, locale),
    // Amazon's LOW lets nearly anything pass as an order; HIGH throws out unusual product names. A missed phrase is
    // asked again at once, a wrongly understood one starts a purchase, so the middle.
    modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } },
    intents,
    types,
  };
  return { model: { interactionModel: { languageModel, ...dialogOf(source) } }, dropped };
}

/** The shop's topics are values of their slot, by the names it has written for them. */
export function withContent(source: Source, place: Place, locale: string): Source {
  return { ...source, words: withTopics(source.words, topicsIn(place, locale)) };
}

/** All names and synonyms a slot takes, by the slot's name: slots of one name have one type in every intent. */
export function slotWordsOf(types: readonly SlotType[], { numbers }: Pick<Source['words'], 'numbers'>): SlotWords {
  const typeOfSlot = Object.assign({}, ...Object.values(INTENT_SLOTS)) as Readonly<Record<string, string>>;
  return (slot) =>
    ['AMAZON.NUMBER', 'Sum'].includes(typeOfSlot[slot] ?? '')
      ? numbers.flat()
      : (types.find(({ name }) => name === typeOfSlot[slot])?.values ?? []).flatMap(({ name }) => [
          name.value,
          ...name.synonyms,
        ]);
}

function slotsOf(name: IntentName, source: Source): v1.skill.interactionModel.SlotDefinition[] {
  return usedSlots(name, source).map(([slot, type]) => {
    const answers = ELICITED.includes(`${name}.${slot}`) ? answersOf(source, `${name}.${slot}`) : [];
    return { name: slot, type: typeName(type), ...(answers.length > 0 ? { samples: [...answers] } : {}) };
  });
}

/** Some slots only typed language fills: Alexa hears so many goods in one breath and no more. */
function usedSlots(name: IntentName, { sentences }: Source): readonly (readonly [string, string])[] {
  const used = new Set((sentences[name] ?? []).flatMap(slotsIn));
  const own = Object.entries(INTENT_SLOTS[name] ?? {});
  return own.filter(([slot]) => used.has(slot) || ELICITED.includes(`${name}.${slot}`));
}

/** What may be answered when the slot is asked for: the bare value first. */
function answersOf(source: Source, key: string): readonly string[] {
  const bare = `{${key.split('.')[1]}}`;
  return chooseSamples(candidatesOf([bare, ...(source.sentences[key] ?? [])], heardIn(source)), [bare]).samples;
}

type GoodsIn = (locale: string) => readonly Nameable[];

function goodsIn(place: Place): GoodsIn {
  return (locale) => catalogueFor(locale, localesOf(place));
}

type Where = { readonly locale: string; readonly goods: GoodsIn };

function typeOf(name: (typeof CUSTOM_TYPES)[number], { words }: Source, { locale, goods }: Where): SlotType {
  const values = name === 'Product' ? productValues(goods(locale), words) : closedValues(name, words, locale);
  return { name, values: [...values] };
}

/**
 * The dialog model makes elicitation possible; the skill leads (`SKILL_RESPONSE`), because what it asks carries live
 * prices, and never hands a purchase to Amazon's automatic confirmation.
 */
function dialogOf(source: Source): Pick<v1.skill.interactionModel.InteractionModelSchema, 'dialog' | 'prompts'> {
  const names = [...new Set(ELICITED.map((key) => key.split('.')[0] as IntentName))];
  const intents = names.map((name) => ({
    name,
    delegationStrategy: 'SKILL_RESPONSE' as const,
    confirmationRequired: false,
    prompts: {},
    slots: usedSlots(name, source).map(([slot, type]) => dialogSlot(`${name}.${slot}`, slot, type)),
  }));
  const prompts = ELICITED.map((key) => ({
    id: `Elicit.${key}`,
    variations: [{ type: 'PlainText' as const, value: source.words.prompts[key] ?? '' }],
  }));
  return { dialog: { delegationStrategy: 'SKILL_RESPONSE', intents }, prompts };
}

function dialogSlot(key: string, name: string, type: string): v1.skill.interactionModel.DialogSlotItems {
  const elicited = ELICITED.includes(key);
  return {
    name,
    type: typeName(type),
    confirmationRequired: false,
    elicitationRequired: elicited,
    prompts: elicited ? { elicitation: `Elicit.${key}` } : {},
  };
}
