/** One sentence of the shopper and the speaker's answer: its words, its length, its card, and what may be chosen. */

import type { Spoken } from '../../lambda/vocabulary/answer';
import { Icon } from '../shared/icon';
import { BreathBar } from './breath-bar';
import { type Linking, LinkSpeaker } from './link-speaker';
import { ShownOn, type Touch } from './screen';
import { type Exchange, wordsOf } from './session';
import { canSpeak, type Mouth } from './voice';

type Props = {
  readonly exchange: Exchange;
  readonly isLast: boolean;
  readonly isShown: boolean;
  /** Its language is still being written: that its rules are broken is no news. */
  readonly isDraft: boolean;
  readonly mouth: Mouth;
  /** How this speaker is linked; null: whose it is was chosen. */
  readonly linking: Linking | null;
  readonly onInspect: (id: number) => void;
  readonly onOption: (id: string, label: string) => void;
  readonly onTouch: (touch: Touch) => void;
};

export function ExchangeView({
  exchange,
  isLast,
  isShown,
  isDraft,
  mouth,
  linking,
  onInspect,
  onOption,
  onTouch,
}: Props) {
  const { what, told, problem, aloud, setup } = exchange;
  const said = told?.answer?.said ?? null;
  const spoken = told?.reprompted ?? said?.speech ?? null;
  const isDeed = what.kind !== 'text' && what.kind !== 'option';
  return (
    <li class={`exchange${isShown ? ' exchange--shown' : ''}`}>
      <p class={`mine${isDeed ? ' mine--deed' : ''}`} lang={isDeed ? 'en' : setup.locale}>
        <span class="unseen">You: </span>
        {aloud && <Icon name="microphone" size="1em" />}
        {wordsOf(what)}
      </p>
      {told === null && problem === null && <p class="waiting" aria-hidden="true" />}
      {problem && (
        <p class="toast toast--bad">
          <Icon name="warning" /> {problem}
        </p>
      )}
      {told && (
        <div class="reply">
          <Words spoken={spoken} id={told.id} mouth={mouth} locale={setup.locale} />
          {said?.card && told.reprompted === null && (
            <AppCard card={said.card} locale={setup.locale} linking={linking} />
          )}
          {said?.screen && told.reprompted === null && (
            <ShownOn
              screen={said.screen}
              asking={(isLast && told.answer?.question?.asking) || null}
              locale={setup.locale}
              onTouch={onTouch}
            />
          )}
          {isLast && told.isOpen && said && !said.screen && said.options.length > 0 && (
            <div class="options">
              {said.options.map(({ id, label }) => (
                <button
                  key={id}
                  type="button"
                  class="button button--small"
                  lang={setup.locale}
                  onClick={() => onOption(id, label)}
                >
                  {label}
                </button>
              ))}
            </div>
          )}
          <Foot exchange={exchange} isShown={isShown} isDraft={isDraft} onInspect={onInspect} />
        </div>
      )}
    </li>
  );
}

type WordsProps = {
  readonly spoken: Spoken | null;
  readonly id: string;
  readonly mouth: Mouth;
  readonly locale: string;
};

function Words({ spoken, id, mouth, locale }: WordsProps) {
  if (!spoken || spoken.plain === '') return <p class="reply__nothing">Nothing is said.</p>;
  const isPlaying = mouth.playing === id;
  return (
    <>
      <p class="reply__words" lang={locale}>
        <span class="unseen">Speaker: </span>
        {spoken.plain}
      </p>
      <div class="reply__sound">
        <button
          type="button"
          class="play"
          aria-label={isPlaying ? 'Stop' : 'Play this answer'}
          disabled={!canSpeak}
          onClick={() => (isPlaying ? mouth.stop() : mouth.play(id, spoken.plain))}
        >
          <Icon name={isPlaying ? 'close' : 'play'} size="1em" />
        </button>
        <BreathBar text={spoken.plain} seconds={spoken.seconds} isPlaying={isPlaying} />
      </div>
    </>
  );
}

type FootProps = Pick<Props, 'exchange' | 'isShown' | 'isDraft' | 'onInspect'>;

function Foot({ exchange, isShown, isDraft, onInspect }: FootProps) {
  const { told, id } = exchange;
  if (!told) return null;
  const errors = told.rules.filter(({ level }) => level === 'error').length;
  const warnings = told.rules.length - errors;
  return (
    <p class="reply__foot">
      <span class={`microphone microphone--${told.isOpen ? 'open' : 'closed'}`}>
        {told.isOpen ? 'microphone open' : 'microphone closes'}
      </span>
      {told.reprompted && <span>said by the device itself</span>}
      {told.why.intent && <code>{told.why.intent}</code>}
      {isDraft && told.rules.length > 0 && <span class="chip">a draft: {told.rules.length} to mend</span>}
      {!isDraft && errors > 0 && <span class="chip chip--bad">{errors} broken</span>}
      {!isDraft && warnings > 0 && <span class="chip chip--warn">{warnings} to mind</span>}
      <button type="button" class="plain" aria-pressed={isShown} onClick={() => onInspect(id)}>
        Why?
      </button>
    </p>
  );
}

type CardProps = {
  readonly card:
    | { readonly kind: 'simple'; readonly title: string; readonly text: string }
    | { readonly kind: 'link-account' }
    | { readonly kind: 'ask-consent'; readonly to: 'email' | 'reminders' | 'notifications' };
  readonly locale: string;
  readonly linking: Linking | null;
};

const ALLOW = {
  email: 'Allow your e-mail address',
  reminders: 'Allow reminders',
  notifications: 'Allow notifications',
} as const;

function AppCard({ card, locale, linking }: CardProps) {
  return (
    <figure class="app-card">
      <figcaption>In the Alexa app</figcaption>
      {card.kind !== 'simple' ? (
        <>
          <p class="app-card__title">{card.kind === 'link-account' ? 'Link your account' : ALLOW[card.to]}</p>
          {card.kind === 'link-account' && linking && <LinkSpeaker linking={linking} />}
        </>
      ) : (
        <div lang={locale}>
          <p class="app-card__title">{card.title}</p>
          <p class="app-card__text">{card.text}</p>
        </div>
      )}
    </figure>
  );
}
