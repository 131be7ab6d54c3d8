/** The page as a whole: switches on top, then the speaker, the phone, and the desk or the inspector; one at a time where it is narrow. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ConsoleState, FileProblem, NewSettings } from '../../lambda/console/protocol';
import { change, listen } from './api';
import { Desk } from './desk';
import { Inspector } from './inspector';
import { usePlace } from './link';
import { type Notice, Notices } from './notices';
import { Phone } from './phone';
import { useSession } from './session';
import { Speaker } from './speaker';
import { Switches } from './switches';
import { Tabs } from './tabs';

const PANES = [
  { id: 'speaker', label: 'Speaker' },
  { id: 'phone', label: 'Phone' },
  { id: 'desk', label: 'Desk' },
  { id: 'inspector', label: 'Behind it' },
] as const;
type Pane = (typeof PANES)[number]['id'];

export function App({ first }: { readonly first: ConsoleState }) {
  const { state, notice, version, adjust, tell } = useServer(first);
  const session = useSession(state);
  const [pane, setPane] = useState<Pane>('speaker');
  // Where there is room for three, the third is the desk or what lies behind an answer.
  const [third, setThird] = useState<'inspector' | 'desk'>('inspector');
  const panes = PANES.filter(({ id }) => id !== 'desk' || state.desk);
  const [looked, setLooked] = useState<number | null>(null);
  const linked = usePlace(session, tell);
  const { exchanges } = session;
  const shown =
    exchanges.find(({ id }) => id === looked) ??
    exchanges.find(({ told }) => linked !== null && told?.id === linked) ??
    exchanges.findLast(({ told }) => told !== null) ??
    null;
  // What was said last is looked at, until somebody looks elsewhere.
  useEffect(() => setLooked(null), [exchanges.length]);
  const inspect = (id: number) => {
    setLooked(id);
    setThird('inspector');
    setPane('inspector');
  };
  return (
    <div class="console" data-pane={pane} data-third={third}>
      <Switches state={state} session={session} adjust={adjust} />
      <nav class="panes" aria-label="Panes">
        <Tabs label="Panes" tabs={panes} chosen={pane} onChoose={setPane} controls={(id) => `pane-${id}`} />
      </nav>
      <main class="room">
        <Speaker
          state={state}
          session={session}
          shown={shown?.id ?? null}
          version={version}
          onInspect={inspect}
          tell={tell}
        />
        <Phone setup={session.setup} shoppers={state.shoppers} />
        <Inspector
          exchange={shown}
          session={session}
          limits={state.limits}
          intents={state.intents}
          tell={tell}
          onLook={setLooked}
          onDesk={state.desk ? () => setThird('desk') : null}
        />
        {state.desk && (third === 'desk' || pane === 'desk') && <Desk onClose={() => setThird('inspector')} />}
      </main>
      <Notices notice={notice} problems={state.problems} />
    </div>
  );
}

/** The server's side: its settings and files as they are now. `version` counts the times the words were read anew. */
function useServer(first: ConsoleState) {
  const [state, setState] = useState(first);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [version, setVersion] = useState(0);
  const tell = useCallback((text: string, kind: Notice['kind'] = 'good') => setNotice({ text, kind }), []);
  useEffect(
    () =>
      listen({
        settings: (settings) => setState((before) => ({ ...before, settings })),
        problems: ({ problems }) => setState((before) => ({ ...before, problems: problems as readonly FileProblem[] })),
        reloaded({ files }) {
          setVersion((before) => before + 1);
          tell(`New words are spoken and heard: ${files.join(', ')}`);
        },
      }),
    [tell],
  );
  const adjust = useCallback(
    async (wish: NewSettings) => {
      try {
        const settings = await change(wish);
        setState((before) => ({ ...before, settings }));
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error), 'bad');
      }
    },
    [tell],
  );
  return { state, notice, version, adjust, tell };
}
