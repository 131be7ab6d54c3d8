/** Setting a conversation aside until a time: it comes back then, or as soon as anything happens in it. */

import { useRef, useState } from 'preact/hooks';
import { houseNow } from '../shared/clock';
import { FormDialog } from './dialog';
import { type Say, type Words, whenOf } from './words';

type Props = {
  readonly words: Words;
  readonly say: Say;
  readonly who: string;
  readonly onCancel: () => void;
  readonly onSnooze: (until: number) => void;
};

const HOUR = 3_600_000;
/** Longer than that nobody sets anything aside. */
const FURTHEST = 90 * 24 * HOUR;
/** When a working day begins. */
const MORNING = 9;

export function Snooze({ words, say, who, onCancel, onSnooze }: Props) {
  const [now] = useState(houseNow);
  const [until, setUntil] = useState(now + HOUR);
  const own = useRef<HTMLInputElement>(null);
  const offered = [now + HOUR, now + 3 * HOUR, morningAfter(now, 1), morningAfter(now, 7)];
  const refused = refusalOf(until);
  return (
    <FormDialog
      title={say('snoozeTitle', { who })}
      deed={say('snooze')}
      button={{ 'aria-disabled': refused !== null }}
      {...{ say, onCancel }}
      onDo={() => (refused === null ? onSnooze(until) : own.current?.focus())}
    >
      <fieldset class="choices">
        <legend>{say('snoozeUntil')}</legend>
        {offered.map((at) => (
          <label class="choice" key={at}>
            <input type="radio" name="until" checked={until === at} onChange={() => setUntil(at)} />
            <span>{whenOf(at, words.locale)}</span>
          </label>
        ))}
      </fieldset>
      <label class="labelled">
        <span>{say('snoozeOwn')}</span>
        <input
          ref={own}
          type="datetime-local"
          class="field"
          min={localOf(now)}
          max={localOf(now + FURTHEST)}
          value={localOf(until)}
          onInput={({ currentTarget }) => setUntil(new Date(currentTarget.value).getTime())}
        />
      </label>
      <p class="wrong" role="alert">
        {refused && say(`refused.${refused}`)}
      </p>
      <p class="soft">{say('snoozeHint')}</p>
    </FormDialog>
  );
}

/** Also of a field that was emptied. null: it may be. */
function refusalOf(until: number): 'past' | 'too-far' | null {
  if (!(until > houseNow())) return 'past';
  return until > houseNow() + FURTHEST ? 'too-far' : null;
}

/** On the clock of whoever sits there; a day of 23 hours has its morning, too. */
function morningAfter(now: number, days: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(MORNING, 0, 0, 0);
}

/** `2026-11-29T14:30`, as the field wants it. */
function localOf(at: number): string {
  if (Number.isNaN(at)) return '';
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
