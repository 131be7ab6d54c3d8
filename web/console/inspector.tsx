/** What lies behind an answer: why it was given, the JSON of both ways, the calls, the rules, and what is remembered. */

import { useState } from 'preact/hooks';
import type { ConsoleState } from '../../lambda/console/protocol';
import { Calls } from './calls';
import { Json } from './json';
import { hashOf } from './link';
import { Memory } from './memory';
import { Rules } from './rules';
import { type Exchange, type Session, wordsOf } from './session';
import { Tabs } from './tabs';
import { Why } from './why';

type Props = {
  readonly exchange: Exchange | null;
  readonly session: Session;
  readonly limits: ConsoleState['limits'];
  readonly intents: ConsoleState['intents'];
  readonly tell: (text: string) => void;
  readonly onLook: (id: number) => void;
  /** Shows the desk instead; null: this shop has another one. */
  readonly onDesk: (() => void) | null;
};

type Tab = 'why' | 'json' | 'calls' | 'rules' | 'memory';

export function Inspector({ exchange, session, limits, intents, tell, onLook, onDesk }: Props) {
  const [tab, setTab] = useState<Tab>('why');
  const told = exchange?.told ?? null;
  const tabs = [
    { id: 'why', label: 'Why' },
    { id: 'json', label: 'JSON' },
    { id: 'calls', label: 'Calls', mark: told && told.calls.length > 0 ? String(told.calls.length) : undefined },
    { id: 'rules', label: 'Rules', mark: told && told.rules.length > 0 ? String(told.rules.length) : undefined },
    { id: 'memory', label: 'Memory' },
  ] as const;
  return (
    <section class="pane pane--inspector" id="pane-inspector" aria-labelledby="inspector-title">
      <header class="pane__head pane__head--tabs">
        <h2 id="inspector-title" class="unseen">
          Behind it
        </h2>
        <Tabs label="Behind the answer" tabs={tabs} chosen={tab} onChoose={setTab} controls={() => 'behind'} />
        {onDesk && (
          <button type="button" class="button button--small to-other" onClick={onDesk}>
            Desk
          </button>
        )}
      </header>
      <Which exchange={exchange} session={session} onLook={onLook} tell={tell} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="behind" id="behind" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'json' && <Json told={told} session={session} />}
        {told === null ? (
          tab !== 'json' && <p class="behind__empty">Say something, and what lies behind the answer stands here.</p>
        ) : (
          <>
            {tab === 'why' && <Why told={told} locale={session.setup.locale} intents={intents} />}
            {tab === 'calls' && <Calls told={told} limits={limits} />}
            {tab === 'rules' && <Rules told={told} />}
            {tab === 'memory' && <Memory told={told} />}
          </>
        )}
      </div>
    </section>
  );
}

function Which({ exchange, session, tell, onLook }: Omit<Props, 'limits' | 'intents' | 'onDesk'>) {
  const { exchanges, visit } = session;
  const at = exchange ? exchanges.indexOf(exchange) : -1;
  const step = (by: number) => {
    const next = exchanges[at + by];
    if (next) onLook(next.id);
  };
  return (
    <div class="which">
      <button
        type="button"
        class="round round--small"
        aria-label="The turn before"
        disabled={at <= 0}
        onClick={() => step(-1)}
      >
        ‹
      </button>
      <p class="which__words">
        {exchange ? (
          <>
            <strong>Turn {at + 1}</strong> {wordsOf(exchange.what)}
          </>
        ) : (
          'No turn yet'
        )}
      </p>
      {exchange?.told && <TurnLink hash={hashOf(visit, exchange.told.id)} tell={tell} />}
      <span class="which__time">{exchange?.told?.request ? `${Math.round(exchange.told.milliseconds)} ms` : ''}</span>
      <button
        type="button"
        class="round round--small"
        aria-label="The turn after"
        disabled={at < 0 || at >= exchanges.length - 1}
        onClick={() => step(1)}
      >
        ›
      </button>
    </div>
  );
}

/** Goes to the turn and copies its address. */
function TurnLink({ hash, tell }: { readonly hash: string } & Pick<Props, 'tell'>) {
  const copy = () =>
    navigator.clipboard?.writeText(new URL(hash, location.href).href).then(
      () => tell('The link to this turn is copied; it works until the server stops.'),
      () => undefined,
    );
  return (
    <a class="which__link" href={hash} onClick={() => void copy()}>
      Link<span class="unseen"> to this turn</span>
    </a>
  );
}
