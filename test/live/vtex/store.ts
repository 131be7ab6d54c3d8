/** What the store has set up: the days nothing is sent on, what its sales channels sell in, and where a postal code is. */

import { dayAfter, dayIn } from '../../../lambda/vocabulary/calendar';
import { isStoreHoliday } from './delivery';
import { STORE_ZONE } from './orders';
import { isSalesChannel, PEOPLE } from './people';
import { answered, type Route, refusal } from './wire';
import { currencyOf, type World } from './world';

const DAYS_AHEAD = 400;

export function store(world: World): readonly Route[] {
  return [
    {
      on: 'GET /api/logistics/pvt/configuration/holidays',
      needs: { role: 'logistics' },
      answer() {
        const today = dayIn(STORE_ZONE, world.clock());
        const days = Array.from({ length: DAYS_AHEAD }, (_one, at) => dayAfter(today, at)).filter(isStoreHoliday);
        return answered(days.map((day) => ({ id: day, name: day, startDate: `${day}T00:00:00Z` })));
      },
    },
    {
      on: 'GET /api/catalog_system/pub/saleschannel/{id}',
      answer: ({ holes }) => (isSalesChannel(holes.id ?? '') ? answered(channelOf(holes.id ?? '')) : nowhere()),
    },
    {
      on: 'GET /api/checkout/pub/postal-code/{country}/{code}',
      answer({ holes }) {
        const all = PEOPLE.flatMap(({ addresses }) => addresses);
        const known = all.find(({ country, postalCode }) => country === holes.country && postalCode === holes.code);
        const empty = { street: '', number: '', neighborhood: '', complement: null, reference: '', geoCoordinates: [] };
        const where = { postalCode: holes.code, country: holes.country, city: known?.city ?? '', state: '' };
        return answered({ ...where, ...empty });
      },
    },
  ];
}

const nowhere = () => refusal(404, '404', 'Not found');

function channelOf(id: string) {
  return {
    ...{ Id: Number(id), Name: `Channel ${id}`, IsActive: true, ProductClusterId: null, CountryCode: 'ITA' },
    ...{
      CultureInfo: 'it-IT',
      TimeZone: 'W. Europe Standard Time',
      CurrencyCode: currencyOf(id),
      CurrencySymbol: null,
    },
    Position: Number(id),
  };
}
