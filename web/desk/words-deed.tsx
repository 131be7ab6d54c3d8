/** Changing or taking back a message: said before it is done what becomes of it where it was sent. */

import { useRef, useState } from 'preact/hooks';
import { FormDialog } from './dialog';
import type { WordsDeed } from './line';
import { named, type Say } from './words';

type Props = {
  readonly deed: WordsDeed;
  readonly say: Say;
  readonly onCancel: () => void;
  /** Instead of taking it back: in other words, or, of a file, in a message of its own. */
  readonly onCorrect: () => void;
  readonly onChange: (text: string) => void;
  readonly onTakeBack: () => void;
};

export const LONGEST = 4_000;

export function WordsDialog(props: Props) {
  const { deed, say, onCancel, onCorrect, onTakeBack } = props;
  const { line, kind } = deed;
  if (kind === 'change') return <Changing {...props} />;
  const stays = line.own?.stays ?? false;
  const canCorrect = line.attached === null;
  return (
    <FormDialog
      title={say('takeBackTitle')}
      deed={say(stays ? (canCorrect ? 'correctInstead' : 'write') : 'takeBackNow')}
      {...{ say, onCancel }}
      onDo={stays ? onCorrect : onTakeBack}
    >
      <blockquote class="quoted">{line.attached ? named(say, 'event', line.text) : line.text}</blockquote>
      <p>{stays ? say('takeBackStays', { channel: channelOf(deed, say) }) : say('takeBackHere')}</p>
      {!stays && line.attached !== null && <p>{say('takeBackFile')}</p>}
      {line.own?.wasRead && <p>{say('readBefore')}</p>}
    </FormDialog>
  );
}

function Changing({ deed, say, onCancel, onChange }: Props) {
  const { line } = deed;
  const [text, setText] = useState(line.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const stays = line.own?.stays ?? false;
  const left = LONGEST - [...text].length;
  const isSame = text.trim() === '' || text.trim() === line.text;
  const isWrong = isSame || left < 0;
  return (
    <FormDialog
      title={say('changeTitle')}
      deed={say(stays ? 'correctNow' : 'changeNow')}
      button={{ 'aria-disabled': isWrong }}
      {...{ say, onCancel }}
      onDo={() => (isWrong ? field.current?.focus() : onChange(text.trim()))}
    >
      <label class="labelled">
        <span>{say('changeNew')}</span>
        <textarea
          ref={field}
          class="field"
          rows={4}
          value={text}
          aria-invalid={left < 0}
          aria-describedby="change-hint"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p class="soft" id="change-hint">
        {left < 0
          ? say('tooLong', { count: -left })
          : stays
            ? say('changeStays', { channel: channelOf(deed, say) })
            : say('changeHere')}
      </p>
      {line.own?.wasRead && <p class="soft">{say('readBefore')}</p>}
    </FormDialog>
  );
}

function channelOf({ line }: WordsDeed, say: Say): string {
  return line.sent?.to ? named(say, 'channel', line.sent.to) : '';
}
