/** Who a request of a session is from, whatever the session brings back. */

import type { Session } from 'ask-sdk-model';
import { beganIn, personOf } from '../../../lambda/channels/alexa/began';

const session = (attributes: unknown, isNew = false) => ({ new: isNew, attributes }) as unknown as Session;

test.each<[string, Session | undefined, string | undefined, string | undefined]>([
  ['the one it names', session({ began: 'ana' }), 'marco', 'marco'],
  ['the one who began, where it names nobody', session({ began: 'ana' }), undefined, 'ana'],
  ['nobody, where nobody began', session({ began: null }), undefined, undefined],
  ['nobody, in a new session whatever it carries', session({ began: 'ana' }, true), undefined, undefined],
  ['nobody, in a session of an earlier version', session({}), undefined, undefined],
  ['nobody, where something else was kept', session({ began: 7 }), undefined, undefined],
  ['nobody, where nothing comes back', session(undefined), undefined, undefined],
  ['nobody, outside of a session', undefined, undefined, undefined],
])('%s', (_, kept, named, person) => {
  expect(personOf(kept, named)).toBe(person);
});

test('keeps who began, whoever speaks later', () => {
  expect(beganIn(session({}, true), 'ana')).toEqual({ began: 'ana' });
  expect(beganIn(session({ began: 'ana' }), 'marco')).toEqual({ began: 'ana' });
  expect(beganIn(session({ began: null }), 'marco')).toEqual({ began: null });
});
