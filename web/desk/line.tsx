/** One line of the conversation: who said it, where and when, and what became of a reply. */

import type { ComponentChildren } from 'preact';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import { Icon, type IconName } from '../shared/icon';
import { Attached } from './attached';
import { Earlier } from './earlier';
import { named, type Say, timeOf, type Words } from './words';

type Said = Pick<DeskLine, 'by' | 'channel' | 'text' | 'meant' | 'isEvent'>;

/** What somebody wishes to do about words of theirs. */
export type WordsDeed = { readonly kind: 'change' | 'take-back'; readonly line: DeskLine };

type LineProps = {
  readonly line: DeskLine;
  readonly words: Words;
  readonly say: Say;
  /** The shopper's name. */
  readonly who: string;
  readonly onAgain: (delivery: string) => void;
  readonly onDeed: (deed: WordsDeed) => void;
  /** The same in the reader's language. */
  readonly translated: string | undefined;
  /** The next one is of the same breath. */
  readonly isFollowed: boolean;
  /** What was looked for stands in it. */
  readonly isSought: boolean;
};

export function Line({ line, words, say, who, onAgain, onDeed, translated, isFollowed, isSought }: LineProps) {
  const name = line.by === 'shopper' ? who : line.by === 'bot' ? say('bot') : (line.name ?? say('colleague'));
  const isSpoken = line.channel === 'alexa';
  return (
    <li class={`${classOf(line, isFollowed)}${isSought ? ' line--sought' : ''}`}>
      <div class="bubble" id={`line-${line.id}`} tabIndex={isSought ? -1 : undefined}>
        <span class="unseen">{name}: </span>
        <Otherwise {...{ line, say }} />
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
      {line.earlier.length > 0 && <Earlier {...{ line, words, say, who }} />}
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
          {line.sent && <Fate sent={line.sent} isBack={line.changed === 'deleted'} say={say} onAgain={onAgain} />}
          {line.own && <Deeds {...{ line, say, onDeed }} />}
        </p>
      )}
    </li>
  );
}

function classOf({ by, changed, earlier }: DeskLine, isFollowed: boolean): string {
  const isGone = by !== 'bot' && changed === 'deleted' && (by === 'person' || earlier.length > 0);
  return `line line--${by}${isFollowed ? '' : ' line--last'}${isGone ? ' line--gone' : ''}`;
}

/** Words that stand instead of others, or that others stand instead of by now. */
function Otherwise({ line, say }: Pick<LineProps, 'line' | 'say'>) {
  const { by, changed } = line;
  // In its own place it says by itself who changed it.
  if (by === 'shopper' && changed === 'edited' && line.earlier.length === 0)
    return <span class="soft">{say('edited')} </span>;
  if (by === 'bot' && changed !== null) return <span class="soft">{say('readAsItWas')} </span>;
  return null;
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

/** Their own words, to be changed or taken back; a file can only be taken back. */
function Deeds({ line, say, onDeed }: Pick<LineProps, 'line' | 'say' | 'onDeed'>) {
  const about = `line-${line.id}`;
  return (
    <span class="line__deeds">
      {line.attached === null && (
        <button type="button" class="plain" aria-describedby={about} onClick={() => onDeed({ kind: 'change', line })}>
          {say('changeWords')}
        </button>
      )}
      <button type="button" class="plain" aria-describedby={about} onClick={() => onDeed({ kind: 'take-back', line })}>
        {say('takeBack')}
      </button>
    </span>
  );
}

type FateProps = Pick<LineProps, 'say' | 'onAgain'> & {
  readonly sent: NonNullable<DeskLine['sent']>;
  /** It was taken back, and this is what became of that. */
  readonly isBack: boolean;
};

function Fate({ sent, isBack, say, onAgain }: FateProps) {
  const { fate, to, delivery } = sent;
  const isBad = fate === 'failed' || fate === 'unknown';
  const icon = FATES[fate];
  const back = isBad ? 'back.stays' : fate === 'sending' ? 'back.sending' : 'back.gone';
  return (
    <span class={`fate${isBad ? ' fate--bad' : ''}`}>
      {icon && <Icon name={icon} size="1em" />} {say(isBack ? back : `fate.${fate}`)}
      {to && ` · ${named(say, 'channel', to)}`}
      {isBad && delivery && !isBack && (
        <button type="button" class="plain" onClick={() => onAgain(delivery)}>
          {say('again')}
        </button>
      )}
    </span>
  );
}
