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
      {ways.map(({ heard, read, seconds }, at) => {
        const name = `${id} ${at}`;
        const isPlaying = mouth.playing === name;
        return (
          <li key={name}>
            <p>
              {heard}{' '}
              {canSpeak && (
                <button
                  type="button"
                  class="button button--small"
                  aria-label={isPlaying ? 'Stop' : `Play: ${heard}`}
                  onClick={() => (isPlaying ? mouth.stop() : mouth.play(name, heard))}
                >
                  {isPlaying ? 'Stop' : 'Play'}
                </button>
              )}
            </p>
            <BreathBar text={heard} seconds={seconds} isPlaying={isPlaying} />
            {read !== heard && <p class="ways__read">As it is read: {read}</p>}
          </li>
        );
      })}
    </ol>
  );
}
