/** What the server tells by itself, over the page's lower edge, so that nothing moves: reloads and broken files. */

import { useEffect, useState } from 'preact/hooks';
import type { FileProblem } from '../../lambda/console/protocol';
import { Icon } from '../shared/icon';

export type Notice = { readonly text: string; readonly kind: 'good' | 'bad' };

const SHOWN_MS = 6_000;

type Props = { readonly notice: Notice | null; readonly problems: readonly FileProblem[] };

export function Notices({ notice, problems }: Props) {
  const shown = useWhile(notice);
  return (
    <div class="notices">
      <div role="alert">
        {problems.map(({ file, line, message }) => (
          <p class="toast toast--bad" key={`${file}:${line}`}>
            <Icon name="warning" />
            <span>
              <strong>
                {file}, line {line}:
              </strong>{' '}
              {message} <em>The words of before are spoken until it is mended.</em>
            </span>
          </p>
        ))}
      </div>
      <div role="status">{shown && <p class={`toast toast--${shown.kind}`}>{shown.text}</p>}</div>
    </div>
  );
}

function useWhile(notice: Notice | null): Notice | null {
  const [shown, setShown] = useState<Notice | null>(null);
  useEffect(() => {
    setShown(notice);
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return shown;
}
