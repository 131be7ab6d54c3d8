/** The smart speaker: what was said and answered, whether the microphone is open, and every way to say something. */

import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleState } from '../../lambda/console/protocol';
import { Icon } from '../shared/icon';
import { Composer } from './composer';
import { Earlier } from './earlier';
import { ExchangeView } from './exchange';
import { type Linking, LinkSpeaker, linkingOf } from './link-speaker';
import { Samples } from './samples';
import { SaveTest } from './save-test';
import type { Session } from './session';
import { useMouth } from './voice';

type Props = {
  readonly state: ConsoleState;
  readonly session: Session;
  /** The exchange the inspector shows. */
  readonly shown: number | null;
  readonly version: number;
  readonly onInspect: (id: number) => void;
  readonly tell: (text: string, kind?: 'good' | 'bad') => void;
};

type Drawer = 'samples' | 'save' | 'earlier' | null;

export function Speaker({ state, session, shown, version, onInspect, tell }: Props) {
  const [drawer, setDrawer] = useState<Drawer>(null);
  const [isAloud, setAloud] = useState(false);
  const mouth = useMouth(session.setup.locale);
  const { exchanges, setup } = session;
  const linking = linkingOf(state, session);
  const say = useCallback(
    async (what: Parameters<Session['say']>[0], aloud = false) => {
      setDrawer(null);
      mouth.stop();
      const told = await session.say(what, aloud);
      const words = told?.reprompted?.plain ?? told?.answer?.said?.speech.plain;
      if (told && words && (isAloud || aloud)) mouth.play(told.id, words);
    },
    [session, mouth, isAloud],
  );
  const box = useEnd(exchanges);
  return (
    <section class="pane pane--speaker" id="pane-speaker" aria-labelledby="speaker-title">
      <Head session={session} isAloud={isAloud} onAloud={() => setAloud(!isAloud)} />
      <div class="stage">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <div class="talk" ref={box} role="log" aria-label="What was said" tabIndex={0}>
          {exchanges.length === 0 ? (
            <Welcome shop={state.shop} locale={setup.locale} linking={linking} onSamples={() => setDrawer('samples')} />
          ) : (
            <ol class="talk__lines">
              {exchanges.map((exchange, at) => (
                <ExchangeView
                  key={exchange.id}
                  exchange={exchange}
                  isLast={at === exchanges.length - 1}
                  isShown={exchange.id === shown}
                  isDraft={state.locales.some(({ locale, isDraft }) => isDraft && locale === exchange.setup.locale)}
                  mouth={mouth}
                  linking={linking}
                  onInspect={onInspect}
                  onOption={(id, label) => void say({ kind: 'option', id, label })}
                  onTouch={(touch) => void say({ kind: 'touch', ...touch })}
                />
              ))}
            </ol>
          )}
        </div>
        {drawer === 'samples' && (
          <Samples
            setup={setup}
            version={version}
            onSay={(text) => void say({ kind: 'text', text })}
            onClose={() => setDrawer(null)}
          />
        )}
        {drawer === 'earlier' && <Earlier state={state} visit={session.visit} onClose={() => setDrawer(null)} />}
        {drawer === 'save' && <SaveTest session={session} tell={tell} onClose={() => setDrawer(null)} />}
      </div>
      <footer class="pane__foot">
        <Composer session={session} onSay={say} />
        <div class="deeds">
          <button type="button" class="button button--small" onClick={() => void say({ kind: 'launch' })}>
            <Icon name="play" size="1em" /> Open<span class="unseen"> the skill</span>
          </button>
          <button
            type="button"
            class="button button--small"
            disabled={!session.isOpen || session.isBusy}
            onClick={() => void say({ kind: 'silence' })}
          >
            Stay silent
          </button>
          <button
            type="button"
            class="button button--small"
            aria-expanded={drawer === 'samples'}
            onClick={() => setDrawer(drawer === 'samples' ? null : 'samples')}
          >
            How to say it
          </button>
          <button
            type="button"
            class="button button--small"
            aria-expanded={drawer === 'save'}
            disabled={!exchanges.some(({ told }) => told !== null)}
            onClick={() => setDrawer(drawer === 'save' ? null : 'save')}
          >
            Save as test
          </button>
          <button
            type="button"
            class="button button--small"
            aria-expanded={drawer === 'earlier'}
            onClick={() => setDrawer(drawer === 'earlier' ? null : 'earlier')}
          >
            Earlier
            <span class="unseen"> sessions</span>
          </button>
        </div>
      </footer>
    </section>
  );
}

type HeadProps = { readonly session: Session; readonly isAloud: boolean; readonly onAloud: () => void };

function Head({ session, isAloud, onAloud }: HeadProps) {
  const { isOpen, isBusy, exchanges } = session;
  const asks = exchanges.findLast(({ told }) => told?.answer?.question)?.told?.answer?.question?.id;
  const how = isBusy ? 'busy' : isOpen ? 'open' : 'closed';
  const words = { busy: 'Thinking…', open: 'Microphone open', closed: 'Microphone closed' }[how];
  return (
    <header class="pane__head device" data-microphone={how}>
      <span class="ring" aria-hidden="true">
        <Icon name="microphone" size="1.375rem" />
      </span>
      <div class="device__words">
        <h2 id="speaker-title">Speaker</h2>
        <p class="device__state" role="status">
          {words}
          {how === 'open' && asks ? <code class="device__asks">{asks}</code> : null}
        </p>
      </div>
      <button type="button" class="button button--small" aria-pressed={isAloud} onClick={onAloud}>
        <Icon name="speaker" size="1em" /> <span>Aloud</span>
      </button>
      <button type="button" class="button button--small" onClick={session.startAnew} disabled={exchanges.length === 0}>
        <Icon name="again" size="1em" /> <span>New</span>
      </button>
    </header>
  );
}

type WelcomeProps = {
  readonly shop: string;
  readonly locale: string;
  readonly linking: Linking | null;
  readonly onSamples: () => void;
};

function Welcome({ shop, locale, linking, onSamples }: WelcomeProps) {
  return (
    <div class="welcome">
      <p class="welcome__big">Say something to {shop}.</p>
      <p>
        Type as you would speak in {new Intl.DisplayNames(['en'], { type: 'language' }).of(locale)}; other words and
        misspellings are fine. What was said is in the middle on the phone as well, and what lies behind it on the
        right.
      </p>
      <button type="button" class="button" onClick={onSamples}>
        How to say it
      </button>
      {linking && <LinkSpeaker linking={linking} />}
    </div>
  );
}

/** Kept at its end as the conversation grows. */
function useEnd(exchanges: Session['exchanges']) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (exchanges.length > 0) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [exchanges]);
  return box;
}
