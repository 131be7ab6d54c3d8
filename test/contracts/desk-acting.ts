/** What the people of every desk do, as it comes back to us: each thing once, and only what is meant for the shopper. */

import type { Received } from '../../lambda/services/queue/queues';
import { openedOf } from './desk-samples';
import { type Abilities, eventsOf, openIn, type WithOne } from './desk-trial';

export function acting(withOne: WithOne, { notes }: Abilities): void {
  it('tells who took it', async () => {
    const { trial, opened } = await withOne();
    await trial.act(opened, 'Marta', { kind: 'accept' });
    const [event, ...more] = await eventsOf(trial);
    expect(event).toMatchObject({ kind: 'accepted', handOffId: opened.handOff.id, agent: { name: 'Marta' } });
    expect(more).toEqual([]);
  });

  it('tells what a person wrote, in order, as it was written', async () => {
    const { trial, opened } = await withOne();
    const texts = ['Ciao Ana, sono Marta. 👋', 'Due righe:\n«uno» & <due>', 'Ciao Ana, sono Marta. 👋'];
    for (const text of texts) await trial.act(opened, 'Marta', { kind: 'say', text });
    const said = (await eventsOf(trial)).flatMap((event) => (event.kind === 'said' ? [event] : []));
    expect(said.map(({ text }) => text)).toEqual(texts);
    expect(new Set(said.map(({ id }) => id)).size).toBe(3);
    expect(new Set(said.map(({ agent }) => agent.id)).size).toBe(1);
    expect(said[0]).toMatchObject({ handOffId: opened.handOff.id, agent: { name: 'Marta' } });
  });

  it('tells of each thing under one id, however often and in whatever order it is delivered', async () => {
    const { trial, opened } = await withOne();
    for (const text of ['one', 'two']) await trial.act(opened, 'Marta', { kind: 'say', text });
    await trial.act(opened, 'Marta', { kind: 'return' });
    await trial.desk.poll?.();
    const came = await trial.arrived();
    const readAll = async (all: readonly Received[]) =>
      (await Promise.all(all.map((one) => trial.desk.read(one)))).flat().map(({ id, kind }) => `${kind} ${id}`);
    const first = await readAll(came);
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(new Set(first).size).toBe(first.length);
    expect((await readAll([...came].reverse())).sort()).toEqual([...first].sort());
  });

  it('tells that the bot has it again', async () => {
    const { trial, opened } = await withOne();
    await trial.act(opened, 'Marta', { kind: 'say', text: 'Done.' });
    await eventsOf(trial);
    await trial.act(opened, 'Marta', { kind: 'return' });
    expect((await eventsOf(trial)).at(-1)).toMatchObject({ kind: 'returned', handOffId: opened.handOff.id });
  });

  it('tells that it is closed, and what was done', async () => {
    const { trial, opened } = await withOne();
    await trial.act(opened, 'Marta', { kind: 'say', text: 'Done.' });
    await eventsOf(trial);
    await trial.act(opened, 'Marta', { kind: 'close', done: 'refunded' });
    expect((await eventsOf(trial)).at(-1)).toMatchObject({
      ...{ kind: 'closed', handOffId: opened.handOff.id, done: 'refunded' },
    });
  });

  it('tells of each hand-off its own', async () => {
    const { trial, opened } = await withOne();
    const other = openedOf();
    await openIn(trial, other);
    await trial.act(other, 'Luca', { kind: 'say', text: 'theirs' });
    await trial.act(opened, 'Marta', { kind: 'say', text: 'mine' });
    const said = (await eventsOf(trial)).flatMap((event) => (event.kind === 'said' ? [event] : []));
    expect(said.map(({ handOffId, agent, text }) => [handOffId, agent.name, text])).toEqual([
      [other.handOff.id, 'Luca', 'theirs'],
      [opened.handOff.id, 'Marta', 'mine'],
    ]);
  });

  if (notes)
    it('keeps what people write among themselves', async () => {
      const { trial, opened } = await withOne();
      await trial.act(opened, 'Marta', { kind: 'note', text: 'She is a difficult one.' });
      await trial.act(opened, 'Marta', { kind: 'say', text: 'Hello.' });
      const events = await eventsOf(trial);
      expect(JSON.stringify(events)).not.toContain('difficult');
      expect(events.at(-1)).toMatchObject({ kind: 'said', text: 'Hello.' });
    });
}
