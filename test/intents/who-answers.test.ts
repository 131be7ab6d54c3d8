/** Who asks whether this is a person, or for a telephone number, is told, and never handed over. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

test.each([
  ['en-GB', 'are you a real person'],
  ['en-GB', 'is this a robot'],
  ['en-GB', 'am I talking to a machine'],
  ['en-GB', 'am i speaking to a human'],
  ['en-GB', 'are you human'],
  ['it-IT', 'sei una persona vera'],
  ['it-IT', 'sei un robot'],
  ['it-IT', 'sto parlando con un robot'],
  ['it-IT', 'parlo con una macchina'],
])('%s: "%s" is answered by the one who answers', async (locale, said) => {
  expect((await at.texter({ locale, shopper: null }).says(said)).intent).toBe('Help');
});

test.each([
  ['en-GB', "what's your phone number"],
  ['it-IT', 'qual è il vostro numero di telefono'],
])('%s: "%s" is answered with the shop\'s contact', async (locale, said) => {
  expect((await at.texter({ locale, shopper: null }).says(said)).intent).toBe('SupportPolicy');
});
