/** One line of the conversation: who said it, where and when, and what became of a reply. */

import type { ComponentChildren } from 'preact';
import type { DeskLine } from '../../lambda/desk/protocol';
import { Icon, type IconName } from '../shared/icon';
import { Attached } from './attached';
import { named, type Say, timeOf, type Words } from './words';

type Said = Pick<DeskLine, 'by' | 'channel' | 'text' | 'meant' | 'isEvent'>;

type LineProps = {
  readonly line: DeskLine;
  readonly words: Words;
  readonly say: Say;
  /** The shopper's name. */
  readonly who: string;
  readonly onAgain: (delivery: string) => void;
  /** The same in the reader's language. */
  readonly translated: string | undefined;
  /** The next one is of the same breath. */
  readonly isFollowed: boolean;
};

export function Line({ line, words, say, who, onAgain, translated, isFollowed }: LineProps) {
  const name = line.by === 'shopper' ? who : line.by === 'bot' ? say('bot') : (line.name ?? say('colleague'));
  const isSpoken = line.channel === 'alexa';
  return (
    <li class={`line line--${line.by}${isFollowed ? '' : ' line--last'}`}>
      <div class="bubble">
        <span class="unseen">{name}: </span>
        {line.changed === 'edited' && <span class="soft">{say('edited')} </span>}
        {line.attached ? <Attached {...line.attached} label={wordsIn(line, say)} say={say} /> : wordsIn(line, say)}
        {translated !== undefined && translated !== line.text && (
          <p class="line__translated" lang={words.lang} title={say('translated')}>
            <span class="unseen">{say('translated')}: </span>
            {translated}
          </p>
        )}
      </div>
      {line.isMissed && line.meant === null && (
        <p class="line__missed">
          <Icon name="warning" size="1em" /> {say('missed')}
        </p>
      )}
      {(!isFollowed || line.sent) && (
        <p class="line__foot">
          {!isFollowed && (
            <>
              <span aria-hidden="true">{name} · </span>
              {isSpoken && <Icon name="speaker" size="1em" />}{' '}
              {line.channel !== 'desk' && `${named(say, 'channel', line.channel)} · `}
              <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, words.locale)}</time>
            </>
          )}
          {line.sent && !isFollowed && <span aria-hidden="true"> · </span>}
          {line.sent && <Fate sent={line.sent} say={say} onAgain={onAgain} />}
        </p>
      )}
    </li>
  );
}

/** A speaker sends no words: what was meant is told instead. */
export function wordsIn({ by, channel, text, meant, isEvent }: Said, say: Say): ComponentChildren {
  if (by !== 'shopper' || channel !== 'alexa' || !meant) return isEvent ? named(say, 'event', text) : text;
  const slots = Object.values(meant.slots).join(', ');
  return (
    <>
      <span class="meant">{named(say, 'intent', meant.intent)}</span>
      {slots && ` “${slots}”`}
    </>
  );
}

const FATES: Readonly<Record<string, IconName>> = {
  failed: 'warning',
  unknown: 'warning',
  read: 'check',
  delivered: 'check',
};

type FateProps = Pick<LineProps, 'say' | 'onAgain'> & { readonly sent: NonNullable<DeskLine['sent']> };

function Fate({ sent, say, onAgain }: FateProps) {
  const { fate, to, delivery } = sent;
  const isBad = fate === 'failed' || fate === 'unknown';
  const icon = FATES[fate];
  return (
    <span class={`fate${isBad ? ' fate--bad' : ''}`}>
      {icon && <Icon name={icon} size="1em" />} {say(`fate.${fate}`)}
      {to && ` · ${named(say, 'channel', to)}`}
      {isBad && delivery && (
        <button type="button" class="plain" onClick={() => onAgain(delivery)}>
          {say('again')}
        </button>
      )}
    </span>
  );
}
