/** Signed addresses: what we made is known again, and nothing near it is. */

import fc from 'fast-check';
import { createAddresses } from '../../../lambda/channels/email/addresses';
import { SETTINGS } from './mail-door';

const seed = Math.trunc(Math.random() * 2 ** 31);
const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { seed, numRuns: 300 });
beforeAll(() => process.stdout.write(`addresses: seed ${seed}\n`));

const addresses = createAddresses(SETTINGS);
const ids = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 24, maxLength: 24 })
  .map((one) => one.join(''));
const boxes = fc.record({ kind: fc.constantFrom('reply' as const, 'desk' as const), id: ids });

it('are known again in any case, and fit', () => {
  holds(
    fc.property(boxes, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (box, isUpper) => {
      const address = addresses.of(box);
      const changed = [...address].map((sign, at) => (isUpper[at] ? sign.toUpperCase() : sign)).join('');
      expect(addresses.read(changed)).toEqual(box);
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    }),
  );
});

it("with one sign changed are nobody's", () => {
  holds(
    fc.property(boxes, fc.nat(), fc.constantFrom(...'0123456789abcdef.+@x '), (box, place, sign) => {
      const address = addresses.of(box);
      const at = place % address.length;
      fc.pre(address[at] !== sign);
      const read = addresses.read(address.slice(0, at) + sign + address.slice(at + 1));
      expect([null, 'forged']).toContain(read);
    }),
  );
});

it("of another secret, and anything else, are nobody's", () => {
  const others = createAddresses({ ...SETTINGS, replySecret: 'another' });
  holds(fc.property(boxes, (box) => expect(addresses.read(others.of(box))).toBe('forged')));
  holds(fc.property(fc.string(), (text) => expect(addresses.read(text)).toBeNull()));
});

it('are refused for what they cannot carry', () => {
  for (const id of ['', 'A1B2C3D4E5F60718293A4B5C', 'x', `${'a'.repeat(24)}\r\nBcc: eve@evil.example`]) {
    expect(() => addresses.of({ kind: 'reply', id })).toThrow();
  }
});
