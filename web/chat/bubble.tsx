/** One line of the conversation, and one message that is on its way. */

import { Icon } from '../shared/icon';
import { Attached } from './attached';
import { Card } from './card';
import type { Chat } from './chat';
import { toLog } from './focus';
import { Linked } from './linked';
import { OwnDeeds, type OwnLine } from './own';
import { OwnFile } from './own-file';
import { timeOf } from './times';
import type { Line, Pending, Say } from './types';

type Props = {
  readonly line: Line;
  readonly isLast: boolean;
  /** What the shopper can do about it; null: nothing. */
  readonly can: OwnLine;
  readonly chat: Chat;
  readonly say: Say;
  readonly locale: string;
};

export function Bubble({ line, isLast, can, chat, say, locale }: Props) {
  const isSpoken = line.channel === 'alexa';
  const side = line.by === 'shopper' ? 'own' : 'theirs';
  return (
    <li
      class={`line line--${side} line--${line.by}${isSpoken ? ' line--spoken' : ''}${isLast ? ' line--last' : ''}`}
      data-line={line.by === 'person' ? line.id : undefined}
    >
      <div class="bubble">
        <span class="unseen">{speakerOf(line, say)}: </span>
        {line.show?.attached ? (
          <Attached attached={line.show.attached} chat={chat} say={say} />
        ) : (
          <>
            {!isInPlace(line) && line.show?.changed === 'edited' && <em>{say('edited')} </em>}
            {isTakenAway(line) ? (
              <em>{textOf(line, say)}</em>
            ) : (
              <Linked text={textOf(line, say)} newTab={say('newTab')} />
            )}
            {isInPlace(line) && line.show?.changed === 'edited' && <em class="bubble__anew"> ({say('anew')})</em>}
          </>
        )}
      </div>
      {line.show?.file && <OwnFile secret={line.show.file} chat={chat} say={say} />}
      {line.show?.card && <Card card={line.show.card} say={say} />}
      {(isLast || can) && (
        <p class="line__foot">
          {can && <OwnDeeds {...{ line, can, chat, say }} />}
          {isLast && line.by === 'person' && <span>{line.name || say('person')}</span>}
          {isLast && isSpoken && (
            <span class="line__spoken">
              <Icon name="speaker" size="1em" /> {say('spoken')}
            </span>
          )}
          {isLast && <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, locale)}</time>}
        </p>
      )}
    </li>
  );
}

function speakerOf({ by, name }: Line, say: Say): string {
  if (by === 'person' && name) return name;
  return say(by === 'shopper' ? 'you' : by === 'person' ? 'person' : 'assistant');
}

/** What was written, or was read aloud of it, is not there any more. */
function isTakenAway({ by, show }: Line): boolean {
  return by === 'bot' ? show?.changed !== undefined : show?.changed === 'deleted';
}

/** A messenger only tells of a change, behind the first words. */
function isInPlace({ by, channel }: Line): boolean {
  return by === 'person' || (by === 'shopper' && channel === 'web');
}

/** A speaker sends no words: yes and no are known, of the rest what was named, else only that something was said. */
function textOf(line: Line, say: Say): string {
  const { by, channel, text, show } = line;
  if (isTakenAway(line)) return takenAway(line, say);
  if (by !== 'shopper' || channel !== 'alexa') return text;
  const { intent, slots = {} } = show?.meant ?? {};
  if (intent === 'Yes' || intent === 'No') return say(intent === 'Yes' ? 'yes' : 'no');
  const named = Object.values(slots).join(', ');
  return named === '' ? say('aloud') : `${say('aloud')}: ${named}`;
}

function takenAway(line: Line, say: Say): string {
  if (line.by === 'bot') return say('hushed');
  return line.by === 'person' ? say('unsaid').replace('{{name}}', speakerOf(line, say)) : say('deleted');
}

type PendingProps = { readonly message: Pending; readonly chat: Chat; readonly say: Say };

export function PendingBubble({ message, chat, say }: PendingProps) {
  const { state, text, id } = message;
  return (
    <li class={`line line--own line--shopper line--last line--${state}`}>
      <div class="bubble">
        <span class="unseen">{say('you')}: </span>
        {text}
      </div>
      <div class="line__foot">
        {state === 'sending' && say('sending')}
        {UNSENT[state] && (
          <>
            <span class="line__failed">
              <Icon name="warning" size="1em" /> {say(UNSENT[state])}
            </span>
            {state !== 'lost' && (
              <button type="button" class="plain" onClick={() => toLog(() => chat.again(id))}>
                {say('again')}
              </button>
            )}
            <button type="button" class="plain" onClick={() => toLog(() => chat.discard(id))}>
              {say('discard')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

const UNSENT: Readonly<Partial<Record<Pending['state'], 'waiting' | 'failed' | 'fileUnsent'>>> = {
  waiting: 'waiting',
  failed: 'failed',
  lost: 'fileUnsent',
};
