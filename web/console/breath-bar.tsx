/** How long an answer takes and where it breathes: one part a sentence, as wide as it is long. */

type Props = { readonly text: string; readonly seconds: number; readonly isPlaying: boolean };

/** Longer than this is more than one breath. */
const WORDS = 16;
const CHARACTERS = 110;

/** "28. Juli" goes on after its full stop. */
const ENDS = /(?<=[.!?？؟…])(?<!(?:^|\s)\d{1,2}\.)\s+/;

export function BreathBar({ text, seconds, isPlaying }: Props) {
  const sentences = text.split(ENDS).filter((sentence) => sentence !== '');
  const long = sentences.filter(isLong).length;
  const breaths = `${sentences.length} ${sentences.length === 1 ? 'breath' : 'breaths'}`;
  const label = `${seconds.toFixed(1)} seconds in ${breaths}${long > 0 ? `, ${long} too long` : ''}`;
  return (
    <div class={`breath${isPlaying ? ' breath--playing' : ''}`} role="img" aria-label={label}>
      <div class="breath__bar" style={{ '--seconds': `${seconds}s` }}>
        {sentences.map((sentence, at) => (
          <span
            key={at}
            class={`breath__part${isLong(sentence) ? ' breath__part--long' : ''}`}
            style={{ flexGrow: sentence.length }}
            title={`${sentence.split(/\s+/).length} words: ${sentence}`}
          />
        ))}
      </div>
      <span class="breath__seconds">{seconds.toFixed(1)} s</span>
    </div>
  );
}

function isLong(sentence: string): boolean {
  return sentence.split(/\s+/).length > WORDS || sentence.length > CHARACTERS;
}
