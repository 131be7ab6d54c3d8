/** What the shop has written: a list to search, of which one goes into the reply. Nothing is sent from here. */

import { useEffect, useState } from 'preact/hooks';
import type { WrittenAnswer } from '../../lambda/desk/protocol';
import { type Answered, call } from './api';
import { Dialog } from './dialog';
import type { Say } from './words';

type Props = {
  readonly say: Say;
  /** Of the hand-off. */
  readonly id: string;
  /** The language the answers are in. */
  readonly lang: string;
  readonly onPick: (text: string) => void;
  readonly onClose: () => void;
};

export function Answers({ say, id, lang, onPick, onClose }: Props) {
  const [answered, setAnswered] = useState<Answered<readonly WrittenAnswer[]> | null>(null);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    call<readonly WrittenAnswer[]>(`/hand-offs/${encodeURIComponent(id)}/answers`).then(setAnswered);
  }, [id]);
  const all = answered?.ok ? answered.value : [];
  const found = all.filter((one) => isAbout(one, wanted));
  const instead = insteadOf({ say, answered, all, found });
  return (
    <Dialog title={say('answersTitle')} say={say} onClose={onClose}>
      <div class="dialog__body">
        <input
          type="search"
          class="field"
          aria-label={say('answersSearch')}
          placeholder={say('answersSearch')}
          value={wanted}
          autoFocus
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            // It lies in the form of the reply, which must not be sent.
            event.preventDefault();
            const [first] = found;
            if (first && wanted.trim() !== '') onPick(first.text);
          }}
        />
        <p class="soft" role="status">
          {instead}
        </p>
        <ul class="answers" lang={lang}>
          {found.map(({ topic, title, text }) => (
            <li key={topic}>
              <button type="button" class="answers__one" onClick={() => onPick(text)}>
                <span class="answers__title">{title}</span>
                <span class="answers__text soft">{text}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

type Shown = {
  readonly say: Say;
  readonly answered: Answered<readonly WrittenAnswer[]> | null;
  readonly all: readonly WrittenAnswer[];
  readonly found: readonly WrittenAnswer[];
};

/** Why there is no list; null: there is one. */
function insteadOf({ say, answered, all, found }: Shown): string | null {
  if (answered === null) return say('loading');
  if (!answered.ok) return say(`refused.${answered.code}`);
  if (all.length === 0) return say('answersEmpty');
  return found.length === 0 ? say('answersNone') : null;
}

/** Every word that was typed begins a word of it, accents aside. */
function isAbout({ title, names, text }: WrittenAnswer, wanted: string): boolean {
  const words = wordsIn([title, ...names, text].join(' '));
  return wordsIn(wanted).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
