/** A speaker hears the goods of whoever speaks: told once a visit, replaced for somebody else, forgotten at the end. */

import type { Directive } from 'ask-sdk-model';
import { hearing } from '../../../lambda/channels/alexa/spoken-values';
import { useHouse } from '../../kit/use-house';

const at = useHouse({ lasts: 'file' });

type Values = Extract<Directive, { type: 'Dialog.UpdateDynamicEntities' }>;
const toldIn = ({ response }: { readonly response: { readonly directives?: readonly Directive[] } }) =>
  (response.directives ?? []).flatMap((one): Values[] => (one.type === 'Dialog.UpdateDynamicEntities' ? [one] : []));
const idsIn = (told: Values | undefined) => (told?.types ?? []).flatMap(({ values }) => values.map(({ id }) => id));

test('tells what somebody has bought with the first question, once a visit, and takes it back with the last word', async () => {
  const speaker = at.speaker();
  const [told] = toldIn(await speaker.opens());
  expect(told?.updateBehavior).toBe('REPLACE');
  expect(idsIn(told)).toEqual(expect.arrayContaining(['bella-roma-ground', 'brontolino-dog-food']));
  expect(toldIn(await speaker.hears('ShippingCost'))).toEqual([]);
  expect(toldIn(await speaker.hears('Stop'))).toEqual([{ ...told, updateBehavior: 'CLEAR', types: [] }]);
  expect(idsIn(toldIn(await speaker.opens())[0])).toEqual(idsIn(told));
});

test('a guest is heard as a guest, whoever spoke before', async () => {
  const told = toldIn(await at.speaker({ shopper: null }).opens());
  expect(told.map(({ updateBehavior }) => updateBehavior)).toEqual(['CLEAR']);
});

test('what is answered in one breath leaves nothing behind to be heard', async () => {
  const speaker = at.speaker({ shopper: 'bruno' });
  const heard = await speaker.hears('Stop');
  expect([heard.open, toldIn(heard)]).toEqual([false, []]);
});

test('a hundred names are told at the most, those of what is bought most first, and none that Alexa refuses', () => {
  const goods = Array.from({ length: 60 }, (_, at) => ({
    id: `g${at}`,
    names: [`thing ${at}`, `THING ${at}`, 'coffee & tea', '∞', `${'very '.repeat(40)}long`],
  }));
  const told = hearing({ whose: 'x', goods });
  const values = told.type === 'Dialog.UpdateDynamicEntities' ? (told.types?.[0]?.values ?? []) : [];
  const names = values.flatMap(({ name }) => [name?.value ?? '', ...(name?.synonyms ?? [])]);
  expect(names).toHaveLength(100);
  expect(values[0]).toMatchObject({
    id: 'g0',
    name: { value: 'thing 0', synonyms: ['coffee tea', expect.stringMatching(/^very/)] },
  });
  expect(names.every((name) => name.length <= 140)).toBe(true);
});
