/** What can happen to a house while people order: the commands of the model test, as data that fast-check can shrink. */

import fc from 'fast-check';
import { FAULTS, type Fault } from '../../lambda/providers/shop/demo/faults';
import { type LastWords, lastWords } from './last-words';

/** Which of the speakers of a household: two of one shopper, one of another person on the same account, a stranger's. */
export const SPEAKERS = ['kitchen', 'hall', 'person', 'stranger'] as const;
export type SpeakerName = (typeof SPEAKERS)[number];

export type Command =
  | { readonly do: 'reorder'; readonly at: SpeakerName; readonly good: number; readonly quantity: number | null }
  | { readonly do: 'basis'; readonly at: SpeakerName; readonly basis: 'usual' | 'last' }
  | { readonly do: 'quantity'; readonly at: SpeakerName; readonly quantity: number }
  | { readonly do: 'select'; readonly at: SpeakerName; readonly ordinal: number }
  | { readonly do: Simple; readonly at: SpeakerName }
  /** Said in so many words to whatever is being asked. */
  | ({ readonly do: 'says'; readonly at: SpeakerName } & LastWords)
  /** Something is to be done about an order or the cart. */
  | { readonly do: 'cares'; readonly at: SpeakerName; readonly about: CareWish }
  /** The last request of this speaker is delivered once more. */
  | { readonly do: 'again'; readonly at: SpeakerName }
  | { readonly do: 'clock'; readonly minutes: number }
  | { readonly do: 'fault'; readonly fault: Fault | null };

export const CARE_WISHES = ['cancel', 'address', 'return', 'damaged', 'late', 'empty', 'checkout'] as const;
export type CareWish = (typeof CARE_WISHES)[number];

const SIMPLE = [
  'yes',
  'no',
  'silence',
  'forgets',
  'opens',
  'repeat',
  'cancel',
  'stop',
  'help',
  'fallback',
  'cost',
  'status',
  'person',
  'startOver',
] as const;
export type Simple = (typeof SIMPLE)[number];

const at = fc.oneof(
  { weight: 6, arbitrary: fc.constant('kitchen' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...SPEAKERS) },
);
const quantity = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 20, 21, 400) },
);

const reorder: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('reorder' as const),
  at,
  good: fc.nat({ max: 7 }),
  quantity: fc.option<number, null>(quantity, { nil: null }),
});

/** Most begin with an order, some with something to be put right. */
const firstIn: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: reorder },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cares' as const), at, about: fc.constantFrom(...CARE_WISHES) }),
  },
);

const commandIn = (locale: string): fc.Arbitrary<Command> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.tuple(at, lastWords(locale)).map(([room, said]) => ({ do: 'says' as const, at: room, ...said })),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('cares' as const), at, about: fc.constantFrom(...CARE_WISHES) }),
    },
    { weight: 39, arbitrary: command },
  );

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 7, arbitrary: reorder },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('yes' as const), at }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom(...SIMPLE), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('basis' as const), at, basis: fc.constantFrom('usual', 'last') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('quantity' as const), at, quantity }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('select' as const), at, ordinal: fc.constantFrom(1, 2, -1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.constantFrom(0.1, 1, 9, 11, 60, 1440) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.option(fc.constantFrom(...FAULTS), { freq: 2 }),
    }),
  },
);

export type Household = {
  readonly shopper: string;
  readonly stranger: string;
  readonly locale: string;
  readonly commands: readonly Command[];
  /** Whether the story is followed to the next day, though nothing is owed. */
  readonly nextDay: boolean;
};

/** Most are short, as most conversations are; the longest have 40 commands. */
const commandsIn = (locale: string) => {
  const command = commandIn(locale);
  return fc.oneof(
    { weight: 16, arbitrary: fc.array(command, { maxLength: 6, size: 'max' }) },
    { weight: 3, arbitrary: fc.array(command, { minLength: 5, maxLength: 14, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(command, { minLength: 10, maxLength: 39, size: 'max' }) },
  );
};

const WHO = [
  'ana',
  'ana',
  'bruno',
  'chiara',
  'daniel',
  'emma',
  'fionn',
  'grace',
  'henry',
  'ines',
  'jonas',
  'kate',
  'nora',
];

export const householdIn = (locale: string): fc.Arbitrary<Household> =>
  fc.record({
    shopper: fc.constantFrom(...WHO),
    stranger: fc.constantFrom('bruno', 'chiara', 'daniel'),
    locale: fc.constant(locale),
    commands: fc.tuple(firstIn, commandsIn(locale)).map(([first, rest]) => [first, ...rest]),
    nextDay: fc.nat({ max: 3 }).map((one) => one === 0),
  });

/** One line a command, for whoever reads a failure. */
export function told({ shopper, stranger, locale, commands: all }: Household): string {
  return [`${shopper}, beside ${stranger}, in ${locale}`, ...all.map((one) => JSON.stringify(one))].join('\n');
}
