/** What the people of every desk see: the packet once, and what the shopper adds to it. */

import { JPEG } from '../kit/files';
import { openedOf, wordsFor } from './desk-samples';
import { eventsOf, type OpenTrial, openIn, type WithOne } from './desk-trial';

export function showing(fresh: OpenTrial, withOne: WithOne): void {
  it('shows a packet with all a person needs', async () => {
    const { trial, opened } = await withOne();
    const seen = await trial.sees(opened);
    const { reference, summary, openQuestion, notUnderstood, orders, transcript, lines, shopper } = opened.packet;
    const said = transcript.map(({ text }) => text);
    const wanted = [reference, ...summary, openQuestion?.text, ...notUnderstood, ...orders, ...said, shopper.name];
    for (const part of [...wanted, lines[0]?.title]) expect(seen?.packet).toContain(part);
    expect(seen).toMatchObject({ packets: 1, messages: [], ended: false });
  });

  it('shows it once, and under one id, however often it is opened', async () => {
    const { trial, opened, ref } = await withOne();
    expect(await openIn(trial, opened)).toBe(ref);
    expect((await trial.sees(opened))?.packets).toBe(1);
  });

  it('shows a packet of which nearly nothing is known', async () => {
    const trial = await fresh();
    const shopper = { id: '00aa', guest: true, name: null };
    const none = { summary: [], notUnderstood: [], transcript: [], orders: [], lines: [], about: [], slots: {} };
    const opened = openedOf({ ...none, shopper, intent: null, openQuestion: null, answerTo: null });
    await openIn(trial, opened);
    expect((await trial.sees(opened))?.packet).toContain(opened.packet.reference);
  });
}

export function telling(withOne: WithOne): void {
  it('shows what the shopper adds, in order, as it was written, and once', async () => {
    const { trial, opened, ref } = await withOne();
    const texts = ['Are you there?', 'Perché non rispondi? 😢\n"<b>Grazie</b>" & a presto', 'Are you there?'];
    for (const words of texts.map((text) => wordsFor(opened, ref, text))) {
      expect(await trial.desk.tell(words)).toMatchObject({ kind: 'done' });
      expect(await trial.desk.tell(words)).toMatchObject({ kind: 'done' });
    }
    expect((await trial.sees(opened))?.messages).toEqual(texts);
  });

  it('shows a photo of the shopper’s as it is, once, and says so where it cannot take it', async () => {
    const { trial, opened, ref } = await withOne();
    if (!trial.photos || !trial.shuts) return;
    const file = { id: 'p', type: 'image/jpeg', bytes: JPEG, otherwise: 'There was a photo.' } as const;
    const words = { ...wordsFor(opened, ref, 'A photo.'), file };
    for (const _ of [1, 2]) expect(await trial.desk.tell(words)).toMatchObject({ kind: 'done' });
    expect(trial.photos(opened)).toEqual([{ text: 'A photo.', bytes: JPEG }]);
    trial.shuts(JPEG.length);
    expect(await trial.desk.tell({ ...words, ...wordsFor(opened, ref, 'Another.') })).toMatchObject({ kind: 'done' });
    expect(trial.photos(opened)).toHaveLength(1);
    expect((await trial.sees(opened))?.messages).toEqual(['A photo.', 'There was a photo.']);
  });

  it('keeps two hand-offs apart', async () => {
    const { trial, opened, ref } = await withOne();
    const other = openedOf();
    const otherRef = await openIn(trial, other);
    await trial.desk.tell(wordsFor(opened, ref, 'mine'));
    await trial.desk.tell(wordsFor(other, otherRef, 'theirs'));
    expect((await trial.sees(opened))?.messages).toEqual(['mine']);
    expect((await trial.sees(other))?.messages).toEqual(['theirs']);
  });

  it('does not send our own words back', async () => {
    const { trial, opened, ref } = await withOne();
    await trial.desk.tell(wordsFor(opened, ref, 'Are you there?'));
    expect(await eventsOf(trial)).toEqual([]);
  });
}
