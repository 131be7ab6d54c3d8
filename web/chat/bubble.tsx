/** One line of the conversation, and one message that is on its way. */

import { Icon } from '../shared/icon';
import { Attached } from './attached';
import { Card } from './card';
import type { Chat } from './chat';
import { toLog } from './focus';
import { Linked } from './linked';
import { OwnFile } from './own-file';
import { timeOf } from './times';
import type { Line, Pending, Say } from './types';

type Props = {
  readonly line: Line;
  readonly isLast: boolean;
  readonly chat: Chat;
  readonly say: Say;
  readonly locale: string;
};

export function Bubble({ line, isLast, chat, say, locale }: Props) {
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
            {line.by === 'shopper' && line.show?.changed === 'edited' && <em>{say('edited')} </em>}
            {isTakenAway(line) ? (
              <em>{textOf(line, say)}</em>
            ) : (
              <Linked text={textOf(line, say)} newTab={say('newTab')} />
            )}
            {line.by === 'person' && line.show?.changed === 'edited' && <em class="bubble__anew"> ({say('anew')})</em>}
          </>
        )}
      </div>
      {line.show?.file && <OwnFile secret={line.show.file} chat={chat} say={say} />}
      {line.show?.card && <Card card={line.show.card} say={say} />}
      {isLast && (
        <p class="line__foot">
          {line.by === 'person' && <span>{line.name || say('person')}</span>}
          {isSpoken && (
            <span class="line__spoken">
              <Icon name="speaker" size="1em" /> {say('spoken')}
            </span>
          )}
          <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, locale)}</time>
        </p>
      )}
    </li>
  );
}

function speakerOf({ by, name }: Line, say: Say): string {
  if (by === 'person' && name) return name;
  return say(by === 'shopper' ? 'you' : by === 'person' ? 'person' : 'assistant');
}

/** What a person wrote, or was read aloud of it, is not there any more. */
function isTakenAway({ by, show }: Line): boolean {
  return by === 'bot' ? show?.changed !== undefined : by === 'person' && show?.changed === 'deleted';
}

/** A speaker sends no words: yes and no are known, of the rest what was named, else only that something was said. */
function textOf(line: Line, say: Say): string {
  const { by, channel, text, show } = line;
  if (isTakenAway(line))
    return by === 'person' ? say('unsaid').replace('{{name}}', speakerOf(line, say)) : say('hushed');
  if (show?.changed === 'deleted') return say('deleted');
  if (by !== 'shopper' || channel !== 'alexa') return text;
  const { intent, slots = {} } = show?.meant ?? {};
  if (intent === 'Yes' || intent === 'No') return say(intent === 'Yes' ? 'yes' : 'no');
  const named = Object.values(slots).join(', ');
  return named === '' ? say('aloud') : `${say('aloud')}: ${named}`;
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
