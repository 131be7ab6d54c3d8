/** Saves the conversation as a test: a fresh shop answers it, the file is written, and `npm test` holds it. */

import { useState } from 'preact/hooks';
import type { SavedTest, SayRequest, TestTurn } from '../../lambda/console/protocol';
import { RefusedError, save } from './api';
import { Drawer } from './drawer';
import type { Exchange, Session } from './session';

type Props = {
  readonly session: Session;
  readonly tell: (text: string, kind?: 'good' | 'bad') => void;
  readonly onClose: () => void;
};

export function SaveTest({ session, tell, onClose }: Props) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<RefusedError | null>(null);
  const [saved, setSaved] = useState<SavedTest | null>(null);
  const { locale, shopper } = session.setup;
  const turns = session.exchanges.flatMap(turnOf);
  const write = async (replace: boolean) => {
    try {
      const done = await save({ name: name.trim(), locale, shopper, turns, replace });
      setProblem(null);
      setSaved(done);
      if (done.differs.length === 0) tell(`Saved as ${done.file}; npm test holds it from now on.`);
      if (done.differs.length === 0) onClose();
    } catch (error) {
      setProblem(error instanceof RefusedError ? error : new RefusedError('broken', String(error)));
    }
  };
  return (
    <Drawer title="Save as test" onClose={onClose}>
      <form
        class="save"
        onSubmit={(event) => {
          event.preventDefault();
          void write(false);
        }}
      >
        <p>
          {turns.length} {turns.length === 1 ? 'turn is' : 'turns are'} written to <code>test/conversations/</code>,
          with what a fresh shop answers to them.
        </p>
        <label class="save__name">
          <span class="switch__label">What the test is called</span>
          <input
            class="field"
            value={name}
            maxLength={80}
            required
            placeholder="orders three bags instead of two"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <div class="deeds">
          <button type="submit" class="button button--main" disabled={name.trim() === '' || turns.length === 0}>
            Save
          </button>
          {problem?.code === 'exists' && (
            <button type="button" class="button" onClick={() => void write(true)}>
              Write over it
            </button>
          )}
        </div>
        <div role="alert">{problem && <p class="save__problem">{problem.message}</p>}</div>
        {saved && <Differences saved={saved} />}
      </form>
    </Drawer>
  );
}

function Differences({ saved }: { readonly saved: SavedTest }) {
  if (saved.differs.length === 0) return null;
  return (
    <div role="status">
      <p>
        Saved as <code>{saved.file}</code>. In a fresh shop some turns answer otherwise than here; the fresh answer was
        written:
      </p>
      {saved.differs.map(({ turn, here, fresh }) => (
        <dl class="facts" key={turn}>
          <dt>Turn {turn}, here</dt>
          <dd>{here}</dd>
          <dt>fresh</dt>
          <dd>{fresh}</dd>
        </dl>
      ))}
    </div>
  );
}

/** A visit that ends by itself needs no turn: the next one begins another. */
function turnOf({ what, told }: Exchange): readonly TestTurn[] {
  if (!told) return [];
  const words = told.reprompted?.plain ?? told.answer?.said?.speech.plain;
  // Of its own wordings a device's reprompt says nothing.
  const replies = told.reprompted ? {} : { replies: told.answer?.replies ?? [] };
  const answered = words ? { answered: words, ...replies } : {};
  const turn = said(what);
  return turn ? [{ ...turn, ...answered }] : [];
}

function said(what: SayRequest['what']): TestTurn | null {
  switch (what.kind) {
    case 'text':
      return { said: what.text };
    case 'option':
      return { choice: what.id };
    case 'touch':
      return { choice: what.option };
    case 'launch':
      return { launch: true };
    case 'silence':
      return { silence: true };
    // Tests are of what people say.
    case 'request':
    case 'leave':
      return null;
  }
}
