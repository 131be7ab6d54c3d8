/** Buttons for the open question, and only while it is the last thing said here. */

import type { Chat } from './chat';
import { toLog } from './focus';
import type { Say, State } from './types';

type Props = { readonly state: State; readonly chat: Chat; readonly say: Say };
type Reply = { readonly text: string; readonly option?: string };

export function QuickReplies({ state, chat, say }: Props) {
  const replies = repliesFor(state, say);
  if (replies.length === 0) return null;
  return (
    <fieldset class="quick" aria-label={say('choices')}>
      {replies.map(({ text, option }) => (
        <button
          type="button"
          class="button quick__reply"
          key={option ?? text}
          onClick={() => toLog(() => chat.send(text, option))}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** What was asked at the speaker is answered there; a typed "yes" here asks it again in full. */
function repliesFor({ lines, pending, who }: State, say: Say): readonly Reply[] {
  const last = lines.at(-1);
  const question = last?.show?.question;
  const isHere = last?.channel === 'web' || last?.channel === 'desk';
  if (!question || !isHere || who === 'refused' || pending.some(({ state }) => state !== 'failed' && state !== 'lost'))
    return [];
  const options = question.options.map(({ id, label }) => ({ text: label, option: id }));
  const sure = question.expects.includes('yesno') ? [{ text: say('yes') }, { text: say('no') }] : [];
  return [...options, ...sure];
}
