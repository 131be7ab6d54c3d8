/** How a hand-off leaves every desk, and what a desk says when it is closed or out of reach. */

import { anyCall } from '../kit/call';
import { openedOf, wordsFor } from './desk-samples';
import { type Abilities, eventsOf, type OpenTrial, openIn, type WithOne } from './desk-trial';

export function ending(withOne: WithOne, { recalls }: Abilities): void {
  it('takes it that a hand-off is over, and tells nothing of it', async () => {
    const { trial, opened, ref } = await withOne();
    expect(await trial.desk.end(opened.handOff, ref)).toMatchObject({ kind: 'done' });
    expect(await trial.desk.end(opened.handOff, ref)).toMatchObject({ kind: 'done' });
    if (recalls) expect((await trial.sees(opened))?.ended ?? true).toBe(true);
    expect(await eventsOf(trial)).toEqual([]);
  });

  it('forgets a hand-off, also one it never had', async () => {
    const { trial, opened, ref } = await withOne();
    const other = openedOf();
    await openIn(trial, other);
    expect(await trial.desk.forget(opened.handOff, ref)).toMatchObject({ kind: 'done' });
    expect(await trial.desk.forget(opened.handOff, ref)).toMatchObject({ kind: 'done' });
    expect(await trial.desk.forget(openedOf().handOff, null)).toMatchObject({ kind: 'done' });
    if (recalls) expect(await trial.sees(opened)).toBeNull();
    expect((await trial.sees(other))?.packets).toBe(1);
  });
}

export function being(fresh: OpenTrial, { presence, remote }: Abilities): void {
  it('says whether somebody is there', async () => {
    const trial = await fresh();
    await trial.turns('open');
    expect(await trial.desk.availability(anyCall())).toMatchObject({ kind: 'open', waiting: 0 });
    await trial.turns('closed');
    expect(await trial.desk.availability(anyCall())).toEqual({ kind: 'closed' });
    if (!presence) return;
    await trial.turns('nobody');
    expect(await trial.desk.availability(anyCall())).toEqual({ kind: 'nobody' });
  });

  if (remote)
    it('asks for another try while it cannot be reached, and loses nothing', async () => {
      const trial = await fresh();
      const opened = openedOf();
      await trial.turns('down');
      expect((await trial.desk.open(opened)).kind).toBe('later');
      expect((await trial.desk.end(opened.handOff, null)).kind).not.toBe('dead');
      await trial.turns('up');
      const ref = await openIn(trial, opened);
      const words = wordsFor(opened, ref, 'Are you there?');
      await trial.turns('down');
      expect((await trial.desk.tell(words)).kind).toBe('later');
      await trial.turns('up');
      expect((await trial.desk.tell(words)).kind).toBe('done');
      expect(await trial.sees(opened)).toMatchObject({ packets: 1, messages: ['Are you there?'] });
    });
}
