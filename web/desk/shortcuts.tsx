/** Which key does what, and the switch for those that are a single letter. */

import { Dialog } from './dialog';
import type { KeySwitch } from './keys';
import type { Say } from './words';

type Props = { readonly say: Say; readonly shortcuts: KeySwitch; readonly onClose: () => void };

const KEYS = [
  ['j', 'next'],
  ['k', 'before'],
  ['q', 'list'],
  ['/', 'search'],
  ['t', 'take'],
  ['r', 'reply'],
  ['n', 'note'],
  ['p', 'pass'],
  ['s', 'snooze'],
  ['b', 'back'],
  ['c', 'close'],
  ['?', 'help'],
] as const;

export function Shortcuts({ say, shortcuts, onClose }: Props) {
  return (
    <Dialog title={say('shortcuts')} say={say} onClose={onClose}>
      <div class="dialog__body">
        <dl class="pairs pairs--keys">
          {KEYS.map(([key, does]) => (
            <Row key={key} keys={key} does={say(`key.${does}`)} />
          ))}
          <Row keys="↑ ↓" does={say('key.arrows')} />
          <Row keys="/" does={say('key.answers')} />
          <Row keys="Ctrl + Enter" does={say('key.send')} />
          <Row keys="Esc" does={say('key.leave')} />
        </dl>
        <label class="choice">
          <input
            type="checkbox"
            checked={shortcuts.areOn}
            onChange={({ currentTarget }) => shortcuts.setOn(currentTarget.checked)}
          />
          {say('keysOn')}
        </label>
      </div>
    </Dialog>
  );
}

function Row({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
