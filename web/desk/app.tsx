/** The page as a whole: the way in, or the desk. */

import { useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { call } from './api';
import { Desk } from './desk';
import { SecondFactor } from './second-factor';
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
  if (me.mustHaveSecond && !me.hasSecond) return <MustSet {...{ me, say }} onMe={setMe} onOut={out} />;
  return <Desk me={me} onMe={setMe} onOut={out} words={words} say={say} isPane={isPane} />;
}

type MustSetProps = Pick<Props, 'say'> & {
  readonly me: Me;
  readonly onMe: (me: Me) => void;
  readonly onOut: (isOver: boolean) => void;
};

/** Before anything else this shop wants it of whoever is an admin. */
function MustSet({ me, say, onMe, onOut }: MustSetProps) {
  const leave = async () => {
    if ((await call('/session/end', {})).ok) onOut(false);
  };
  return (
    <main class="entry">
      <div class="entry__card">
        <h1>{say('signInTitle')}</h1>
        <p>{say('refused.needs-second')}</p>
        <SecondFactor {...{ me, say, onMe, onOut }} />
        <button type="button" class="button" onClick={leave}>
          {say('signOut')}
        </button>
      </div>
    </main>
  );
}
