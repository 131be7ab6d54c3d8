/** What every desk must do, wherever its people sit: they see each thing once, and what they do comes back once. */

import { acting } from './desk-acting';
import { being, ending } from './desk-ending';
import { openedOf } from './desk-samples';
import { showing, telling } from './desk-showing';
import { type Abilities, type DeskTrial, type OpenTrial, openIn } from './desk-trial';

export function deskContract(name: string, open: OpenTrial, abilities: Abilities): void {
  describe(`${name} as a desk`, () => {
    const trials: DeskTrial[] = [];
    afterEach(async () => {
      await Promise.all(trials.splice(0).map((trial) => trial.close()));
    });
    const fresh = async () => {
      const trial = await open();
      trials.push(trial);
      return trial;
    };
    const withOne = async () => {
      const trial = await fresh();
      const opened = openedOf();
      return { trial, opened, ref: await openIn(trial, opened) };
    };
    showing(fresh, withOne);
    telling(withOne);
    acting(withOne, abilities);
    ending(withOne, abilities);
    being(fresh, abilities);
  });
}
