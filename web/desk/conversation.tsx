/** The conversation in the middle: who has it, what was said, and where the person writes. */

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Detail, Me } from '../../lambda/desk/protocol';
import type { DeskOrders } from '../../lambda/desk/protocol-orders';
import { Icon } from '../shared/icon';
import { About } from './about';
import { call } from './api';
import { asideUntil } from './aside';
import { Closing } from './closing';
import { Composer } from './composer';
import { Deeds, standingOf } from './deeds';
import { focusKept } from './focus';
import type { WordsDeed } from './line';
import { PassOn } from './passing';
import { Snooze } from './snooze';
import { Transcript } from './transcript';
import type { DetailNow } from './use-detail';
import { useEarlier } from './use-earlier';
import { useSought } from './use-sought';
import { useTranslation } from './use-translation';
import { referenceOf, type Say, type Words, whenOf } from './words';
import { WordsDialog } from './words-deed';

export type View = 'list' | 'talk' | 'facts';

type Props = {
  readonly me: Me;
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly now: number;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onActed: () => void;
  readonly areKeysOn: boolean;
  /** The words it was found by; empty: by none. */
  readonly sought: string;
};

export function Conversation(props: Props) {
  const { say, detail, heading, areKeysOn, onView } = props;
  if (detail.detail) return <Open key={detail.id} {...props} shown={detail.detail} />;
  return (
    <section class="talk talk--none" aria-label={say('conversation')}>
      {detail.id && <Back say={say} onView={onView} />}
      <div class="nothing">
        <h2 class="nothing__what" tabIndex={-1} ref={heading}>
          {say(detail.isGone ? 'gone' : detail.id ? 'loading' : 'choose')}
        </h2>
        {!detail.id && areKeysOn && <p class="soft">{say('chooseKeys')}</p>}
      </div>
    </section>
  );
}

function Back({ say, onView }: Pick<Props, 'say' | 'onView'>) {
  return (
    <button type="button" class="tool talk__back" aria-label={say('toQueue')} onClick={() => onView('list')}>
      <Icon name="back" />
    </button>
  );
}

const NOT_TRANSLATED: ReadonlyMap<string, string> = new Map();

/** What was done is told this long; readers of screens hear it at once. */
const TOLD_MS = 8_000;

function Open({ shown: newest, ...props }: Props & { readonly shown: Detail }) {
  const { me, words, say, detail, heading, now, view, onView, onActed } = props;
  const earlier = useEarlier(newest);
  const sought = useSought(props.sought, newest, earlier);
  const shown = { ...newest, lines: earlier.lines };
  const { handOff, packet, marks } = shown;
  const isAside = asideUntil(marks, now) !== null;
  const standing = standingOf(shown, me);
  const translation = useTranslation(shown, words);
  const [told, setTold] = useState('');
  const [isClosing, setClosing] = useState(false);
  const [isPassing, setPassing] = useState(false);
  const [isSnoozing, setSnoozing] = useState(false);
  const [wordsDeed, setWordsDeed] = useState<WordsDeed | null>(null);
  // What was done about an order fills the dialog.
  const [after, setAfter] = useState<DeskOrders | null>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (view === 'talk') heading.current?.focus({ preventScroll: true });
  }, [handOff.id]);

  useEffect(() => {
    const timer = setTimeout(() => setTold(''), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);

  const act = async (what: string, body: object, done: string) => {
    const answered = await detail.act(what, body);
    setTold(answered.ok ? done : say(`refused.${answered.code}`));
    onActed();
    return answered.ok;
  };
  const take = async () => {
    const focus = focusKept();
    if (await act('take', { from: handOff.agent?.id ?? null }, say('taken')))
      requestAnimationFrame(() => focus(composer.current));
  };
  const giveBack = async () => {
    const focus = focusKept();
    if (await act('return', {}, say('returned'))) focus(heading.current);
  };
  const who = packet?.shopper.name ?? say('guest');
  return (
    <section class="talk" aria-labelledby="talk-title">
      <header class="talk__head">
        <Back say={say} onView={onView} />
        <div class="talk__names">
          <h2 id="talk-title" tabIndex={-1} ref={heading}>
            {who} <span class="talk__ref">{referenceOf(handOff.reference)}</span>
          </h2>
          <About {...{ shown, words, say, standing, now }} />
        </div>
        {translation.isOffered && (
          <button type="button" class="button button--small" aria-pressed={translation.isOn} onClick={translation.turn}>
            {say(translation.isOn ? 'translateOff' : 'translate')}
          </button>
        )}
        <button
          type="button"
          class="button button--small talk__toFacts"
          aria-pressed={view === 'facts'}
          onClick={() => onView(view === 'facts' ? 'talk' : 'facts')}
        >
          {say(view === 'facts' ? 'conversation' : 'facts')}
        </button>
        <Deeds
          {...{ standing, say }}
          isAdmin={me.role === 'admin'}
          onTake={take}
          onPass={() => setPassing(true)}
          isAside={isAside}
          onAside={() => (isAside ? act('snooze', { until: null }, say('snoozeEnded')) : setSnoozing(true))}
          onBack={giveBack}
          onClose={async () => {
            const orders = await call<DeskOrders>(`/hand-offs/${encodeURIComponent(handOff.id)}/orders`);
            setAfter(orders.ok ? orders.value : null);
            setClosing(true);
          }}
        />
      </header>
      <Transcript
        {...{ shown, words, say, who, earlier, sought }}
        translated={translation.isOn ? translation.texts : NOT_TRANSLATED}
        onAgain={(delivery) => act('again', { delivery }, say('againDone'))}
        onDeed={setWordsDeed}
      />
      <Composer {...{ me, standing, say, shown, detail, onActed, onTake: take }} field={composer} />
      <p class="talk__told" role="status">
        {told || (translation.isOn && translation.refused ? say(`refused.${translation.refused}`) : '')}
      </p>
      {wordsDeed && (
        <WordsDialog
          key={wordsDeed.kind}
          {...{ say, deed: wordsDeed }}
          onCancel={() => setWordsDeed(null)}
          onCorrect={() => {
            const isFile = wordsDeed.line.attached !== null;
            setWordsDeed(isFile ? null : { ...wordsDeed, kind: 'change' });
            if (isFile) requestAnimationFrame(() => composer.current?.focus());
          }}
          onChange={async (text) => {
            setWordsDeed(null);
            await act('change-words', { line: wordsDeed.line.id, text }, say('wordsChanged'));
          }}
          onTakeBack={async () => {
            setWordsDeed(null);
            if (await act('take-back', { line: wordsDeed.line.id }, say('wordsBack'))) heading.current?.focus();
          }}
        />
      )}
      {isSnoozing && (
        <Snooze
          {...{ words, say, who }}
          onCancel={() => setSnoozing(false)}
          onSnooze={async (until) => {
            setSnoozing(false);
            if (await act('snooze', { until }, say('snoozed', { when: whenOf(until, words.locale) })))
              heading.current?.focus();
          }}
        />
      )}
      {isPassing && (
        <PassOn
          {...{ me, say, who }}
          holder={handOff.agent?.id ?? null}
          onCancel={() => setPassing(false)}
          onPass={async (passing) => {
            setPassing(false);
            if (await act('pass', passing, say('passed'))) heading.current?.focus();
          }}
        />
      )}
      {isClosing && (
        <Closing
          {...{ say, who }}
          topic={handOff.topic ?? after?.done?.topic ?? ''}
          first={after?.done?.done ?? 'answered'}
          isUnsure={after?.isUnsure ?? false}
          onCancel={() => setClosing(false)}
          onClose={async (closing) => {
            setClosing(false);
            if (await act('close', closing, say('closed'))) heading.current?.focus();
          }}
        />
      )}
    </section>
  );
}
