/** Closing: what was done, and what it was about. */

import { useRef, useState } from 'preact/hooks';
import type { Closing as Closed } from '../../lambda/desk/protocol';
import { FormDialog } from './dialog';
import { named, type Say } from './words';

type Done = Closed['done'];
const DONE: readonly Done[] = ['answered', 'sent-again', 'refunded', 'coupon', 'order-placed', 'nothing'];
const LONGEST = 120;

type Props = {
  readonly say: Say;
  readonly who: string;
  readonly topic: string;
  /** What is chosen to begin with. */
  readonly first: Done;
  /** Of something that was done nobody knows yet whether it is. */
  readonly isUnsure: boolean;
  readonly onCancel: () => void;
  readonly onClose: (closing: Closed) => void;
};

export function Closing({ say, who, topic, first, isUnsure, onCancel, onClose }: Props) {
  const [done, setDone] = useState<Done>(first);
  const about = useRef<HTMLInputElement>(null);
  return (
    <FormDialog
      title={say('closeTitle', { who })}
      deed={say('closeNow')}
      {...{ say, onCancel }}
      onDo={() => onClose({ done, topic: about.current?.value.trim() || null })}
    >
      {isUnsure && <p class="deed__told">{say('closeUnsure', { who })}</p>}
      <fieldset class="choices">
        <legend>{say('whatDone')}</legend>
        {DONE.map((one) => (
          <label class="choice" key={one}>
            <input type="radio" name="done" value={one} checked={one === done} onChange={() => setDone(one)} />
            {named(say, 'done', one)}
          </label>
        ))}
      </fieldset>
      <label class="labelled">
        <span>{say('topic')}</span>
        <input ref={about} class="field" maxLength={LONGEST} defaultValue={topic} aria-describedby="topic-hint" />
      </label>
      <p class="soft" id="topic-hint">
        {say('topicHint')}
      </p>
    </FormDialog>
  );
}
