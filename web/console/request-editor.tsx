/** A request as text: pasted or edited, and sent. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Props = {
  /** null: there is none to begin with. */
  readonly request: object | null;
  readonly onSend: (request: object, fresh: boolean) => void;
  readonly onClose: () => void;
};

export function RequestEditor({ request, onSend, onClose }: Props) {
  const [text, setText] = useState(() => (request ? JSON.stringify(request, null, 2) : ''));
  const [isFresh, setFresh] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const send = () => {
    const read = objectIn(text);
    if (typeof read === 'string') setProblem(read);
    else onSend(read, isFresh);
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="editor__label" for="request-text">
        The request, as Alexa would send it
      </label>
      <textarea
        id="request-text"
        ref={field}
        class="field editor__text"
        value={text}
        spellcheck={false}
        aria-invalid={problem !== null}
        aria-describedby="request-problem"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setProblem(null);
        }}
      />
      <p id="request-problem" class="editor__problem" role="alert">
        {problem}
      </p>
      <label class="editor__fresh">
        <input type="checkbox" checked={isFresh} onChange={({ currentTarget }) => setFresh(currentTarget.checked)} />{' '}
        Give it a new id and the time of now; a known id gets its old answer
      </label>
      <div class="deeds">
        <button type="submit" class="button button--main" disabled={text.trim() === ''}>
          Send it
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** In words where it is none. */
function objectIn(text: string): object | string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'Write one object: { … }';
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : error}`;
  }
}
