/** What is said in Austrian, Bavarian, Swiss or Berlin German is heard as if it were said in the German that is written. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';

const goods = goodsFor('de');
const hear = (text: string, asked = {}) => learnedEars.hear(text, { locale: 'de', goods, ...asked });

test.each([
  ['OrderStatus', ['wo isch mis päckli', 'wann kummt mei bstellung', 'is mei lieferung scho unterwegs']],
  ['CancelOrder', ['i mecht mei bstellung storniern', 'kemma mei bstellung no storniern']],
  ['ReturnRefund', ['i mecht des zruckschickn', 'chan i das zrugschicke', 'i wui des zruckgem']],
  ['RefundStatus', ['wo bleibt mei göd', 'wenn chunnt mini rückzahlig']],
  ['DeliveryProblem', ['des packerl is hin', 'mis päckli isch nie acho']],
  ['Reorder', ['i brauch an kafi', 'schickts ma no amoi des hundefuada']],
  ['TalkToHuman', ['i mecht mit am menschen redn', 'chan i mit emene mensch rede']],
  ['SendToPhone', ['schick ma des aufs handy', 'chasch mer de link ufs natel schicke']],
  ['ShippingCost', ['was choschtet d lieferig', 'wos kost da versand']],
  ['DeliveryTime', ['wia lang dauert de lieferung', 'wie lang gaht d lieferig']],
  ['MyData', ['wos wissts ihr ois über mi']],
  ['CartCheckout', ['wos is in mein wagerl drin', 'was isch im warechorb']],
  ['OrderNews', ['sog ma wanns packl kummt', 'säg mer wenns päckli chunnt']],
  ['Emergency', ['mei oma is gstürzt und kummt nimma auf', 'mis chind hät batterie verschluckt', 'i kriag koa luft']],
])('%s is heard in dialect', (intent, texts) => {
  expect(texts.filter((text) => hear(text).intent !== intent)).toEqual([]);
});

test('what is refused in dialect is not ordered', () => {
  const refused = ['bstell ned den kafi', 'i wü koan kaffee bstön', 'bstell ma koan kaffee', 'i wott kei kafi bstelle'];
  const ordered = refused.filter((text) => {
    const { intent, manner } = hear(text);
    return intent === 'Reorder' && !manner.negated && !manner.refuses;
  });
  expect(ordered).toEqual([]);
});

test('what nobody here can do is nothing in dialect, either', () => {
  const texts = ['wia wirds weda moagn', 'moch s liacht aus', 'spü ma a liad', 'was isch hüt für es wetter'];
  expect(texts.map((text) => hear(text).intent)).toEqual(texts.map(() => 'Fallback'));
});

test('a no and a doubt in dialect consent to nothing', () => {
  const asked = { expects: ['yesno'], question: { id: 'Purchase.confirm', goods: [], commits: true } };
  const texts = [
    'na i wü des ned',
    'nei das wott i nöd',
    'i woas ned',
    'jo owa ned heit',
    'i muas no amoi überlegn',
    'bstell ned',
  ];
  expect(texts.filter((text) => hear(text, asked).intent === 'Yes')).toEqual([]);
});

test('words that are told back are the shopper’s own', () => {
  expect(hear('i brauch an kafi').slots.product?.said).toBe('kafi');
});
