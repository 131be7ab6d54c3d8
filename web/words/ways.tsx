/** A reply with no, one, a few and a million of something, and names that trip up sentences: heard, read, and played. */

import type { TriedText } from '../../lambda/console/localiser-protocol';
import { BreathBar } from '../console/breath-bar';
import { canSpeak, type Mouth } from '../console/voice';

type WaysProps = {
  readonly ways: TriedText['ways'];
  readonly id: string;
  readonly mouth: Mouth;
  readonly language: string;
};

export function Ways({ ways, id, mouth, language }: WaysProps) {
  return (
    <ol class="ways" lang={language} aria-label="With values that trip up sentences">
      {ways.map((way, at) => (
        // The same words may be said of other things.
        <WayOf key={at} way={way} name={`${id} ${at}`} mouth={mouth} />
      ))}
    </ol>
  );
}

type WayProps = { readonly way: TriedText['ways'][number]; readonly name: string; readonly mouth: Mouth };

function WayOf({ way: { heard, read }, name, mouth }: WayProps) {
  const isPlaying = mouth.playing === name;
  return (
    <li>
      {heard && (
        <>
          <p>
            {heard.words}{' '}
            {canSpeak && (
              <button
                type="button"
                class="button button--small"
                aria-label={isPlaying ? 'Stop' : `Play: ${heard.words}`}
                onClick={() => (isPlaying ? mouth.stop() : mouth.play(name, heard.words))}
              >
                {isPlaying ? 'Stop' : 'Play'}
              </button>
            )}
          </p>
          <BreathBar text={heard.words} seconds={heard.seconds} isPlaying={isPlaying} />
        </>
      )}
      {read !== null && read !== heard?.words && (
        <p class={heard ? 'ways__read' : ''}>{heard ? `As it is read: ${read}` : read}</p>
      )}
    </li>
  );
}
