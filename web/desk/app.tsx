/** The page as a whole: the way in, or the desk. */

import { useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { Desk } from './desk';
import { SignIn } from './sign-in';
import type { Say, Words } from './words';

export type Props = {
  readonly first: Me | null;
  readonly words: Words;
  readonly say: Say;
  /** Part of another page: without what stands around the work. */
  readonly isPane: boolean;
};

export function App({ first, words, say, isPane }: Props) {
  const [me, setMe] = useState(first);
  const [wasIn, setWasIn] = useState(false);
  if (!me) return <SignIn words={words} say={say} wasIn={wasIn} onIn={setMe} />;
  const out = (isOver: boolean) => {
    setWasIn(isOver);
    setMe(null);
  };
  return <Desk me={me} onMe={setMe} onOut={out} words={words} say={say} isPane={isPane} />;
}
