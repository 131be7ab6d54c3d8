/** Checks that the dialog model and its prompts fit the intents. */

import type { Model } from './model';

export function lintDialog({ interactionModel }: Model): readonly string[] {
  const { dialog, prompts = [], languageModel } = interactionModel;
  const ids = new Set(prompts.map(({ id }) => id));
  return [
    ...prompts
      .filter(({ variations }) => variations.length === 0 || variations.some(({ value }) => value.trim() === ''))
      .map(({ id }) => `the prompt ${id} has no words`),
    ...(dialog?.intents ?? []).flatMap(({ name, slots = [] }) => {
      const intent = languageModel.intents.find((one) => one.name === name);
      const declared = (intent?.slots ?? []).map((slot) => `${slot.name}:${slot.type}`).sort();
      const told = slots.map((slot) => `${slot.name}:${slot.type}`).sort();
      const same = declared.join() === told.join();
      return [
        ...(same ? [] : [`the dialog of ${name} has other slots than the intent`]),
        ...slots
          .filter(({ prompts: own }) => own.elicitation !== undefined && !ids.has(own.elicitation))
          .map((slot) => `the dialog of ${name}.${slot.name} names a prompt that is not there`),
      ];
    }),
  ];
}
