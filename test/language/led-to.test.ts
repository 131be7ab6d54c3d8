/** What people say before they come to it: "I'm sorry to bother you, …". The request behind it is heard as if it stood alone. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';

const LANGUAGES = {
  cs: {
    leads: [
      'buďte té lásky',
      'buď tak hodnej',
      'mám na vás prosbu',
      'promiňte že otravuju',
      'nezlobte se ale',
      'dobrý den přeju',
      'haló',
      'slyšíte mě',
      'proboha živého',
      'jo a ještě',
      'poslouchej',
      'honem',
      'už mě to nebaví',
      'koukněte prosím',
      'zajímalo by mě',
    ],
    requests: {
      Reorder: 'objednejte mi kávu',
      OrderStatus: 'kde je moje objednávka',
      ShippingCost: 'kolik stojí doprava',
      CancelOrder: 'zrušte mi objednávku',
    },
    // What the words of such leads say of themselves.
    alone: { TalkToHuman: 'je tam nějaký člověk', Volume: 'sotva tě slyším', Thanks: 'mockrát vám děkuji za pomoc' },
  },
  pl: {
    leads: [
      'bądź tak miły',
      'z łaski swojej',
      'mam do pani prośbę',
      'przepraszam że zawracam głowę',
      'proszę się nie gniewać ale',
      'witam serdecznie',
      'halo halo',
      'słyszycie mnie',
      'na litość boską',
      'aha i jeszcze',
      'posłuchaj',
      'szybko szybko',
      'mam już dość',
      'proszę sprawdzić',
      'takie pytanko',
    ],
    requests: {
      Reorder: 'zamówcie mi kawę',
      OrderStatus: 'gdzie jest moje zamówienie',
      ShippingCost: 'ile kosztuje dostawa',
      CancelOrder: 'anulujcie moje zamówienie',
    },
    alone: {
      TalkToHuman: 'jest tam jakiś człowiek',
      Volume: 'ledwo cię słychać',
      Thanks: 'serdecznie dziękuję za pomoc',
    },
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { leads, requests, alone }) => {
  const goods = goodsFor(locale);
  const heard = (text: string) => learnedEars.hear(text, { locale, goods }).intent;

  test.each(leads)('"%s, …" leads to what follows', (lead) => {
    const all = Object.entries(requests).map(([intent, text]) => [intent, heard(`${lead}, ${text}`)] as const);
    expect(all.filter(([intent, as]) => intent !== as)).toEqual([]);
  });

  test.each(Object.entries(alone))('%s: "%s" is still what it says', (intent, text) => {
    expect(heard(text)).toBe(intent);
  });
});
