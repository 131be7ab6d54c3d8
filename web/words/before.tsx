/** Where a text stands in a conversation: when it is said, what was asked, and what the shopper says to that. */

import type { HeardBefore, TextPlace } from '../../lambda/console/localiser-protocol';

const HEARD = {
  launch: 'The skill is opened.',
  silence: 'Nobody answers.',
  missed: 'It was not understood twice.',
  help: 'help',
  choice: 'One of them is chosen.',
  unheard: 'Something that is not understood.',
  nothing: null,
} as const;

type Props = { readonly at: TextPlace; readonly language: string };

export function Before({ at: { when, asked, heard }, language }: Props) {
  return (
    <div class="text__before">
      {when !== '' && <p class="text__when">{when}</p>}
      {asked !== null && (
        <p class="text__asked" lang={language}>
          {asked}
        </p>
      )}
      <Heard heard={heard} language={language} />
    </div>
  );
}

/** In English where a draft cannot say it yet. */
function Heard({ heard, language }: { readonly heard: HeardBefore; readonly language: string }) {
  if (heard.kind === 'said')
    return (
      <p class="text__after" lang={language}>
        “{heard.said}”
      </p>
    );
  if (heard.kind === 'said-in-english') return <p class="text__after">In English: “{heard.said}”</p>;
  const told = HEARD[heard.kind];
  return told && <p class="text__after">{told}</p>;
}
