/** That somebody changed what they wrote, or took it back: who, when, and what it was, as long as that can be opened. */

import type { DeskLine } from '../../lambda/desk/protocol-lines';
import { type Say, type Words, whenOf } from './words';

type Props = {
  readonly line: DeskLine;
  readonly words: Words;
  readonly say: Say;
  /** The shopper's name. */
  readonly who: string;
};

export function Earlier({ line, words, say, who }: Props) {
  const last = line.earlier.at(-1);
  if (!last) return null;
  const isShoppers = line.by === 'shopper';
  const told = { name: last.by ?? (isShoppers ? who : say('colleague')), when: whenOf(last.at, words.locale) };
  const by = say(line.changed === 'deleted' ? 'takenBackBy' : 'changedBy', told);
  // What a shopper takes away is kept for nobody.
  if (isShoppers) return <p class="earlier">{by}</p>;
  const texts = line.earlier.flatMap(({ text }) => text ?? []);
  return (
    <details class="earlier">
      <summary>
        {by} · {say('earlier')}
      </summary>
      {texts.length === 0 ? (
        <p class="soft">{say('earlierGone')}</p>
      ) : (
        <ol class="earlier__texts">
          {texts.map((text, place) => (
            <li key={place}>{text}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
