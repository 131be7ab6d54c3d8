/** What can be done with a hand-off, as it stands: take it, take it over, give it back, close it. */

import { useEffect, useState } from 'preact/hooks';
import type { Detail, Me } from '../../lambda/desk/protocol';
import { isOver } from './queue-state';
import type { Say } from './words';

/** Nobody has it, it is one's own, a colleague's, or over. */
export type Standing = 'free' | 'mine' | 'theirs' | 'over';

export function standingOf({ handOff }: Detail, me: Me): Standing {
  if (isOver(handOff)) return 'over';
  if (handOff.agent === null) return 'free';
  return handOff.agent.id === me.id ? 'mine' : 'theirs';
}

type DeedsProps = {
  readonly standing: Standing;
  readonly say: Say;
  readonly onTake: () => void;
  readonly onPass: () => void;
  /** It is set aside already, and comes back by this. */
  readonly isAside: boolean;
  readonly onAside: () => void;
  /** Admins pass on what a colleague has, too. */
  readonly isAdmin: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
};

export function Deeds({ standing, say, isAdmin, isAside, onTake, onPass, onAside, onBack, onClose }: DeedsProps) {
  const [sure, setSure] = useState<'take' | 'back' | null>(null);
  useEffect(() => setSure(null), [standing]);
  if (standing === 'over') return null;
  if (standing === 'theirs')
    return (
      <div class="deeds">
        <button
          type="button"
          class="button button--small"
          data-key="t"
          onClick={() => (sure === 'take' ? onTake() : setSure('take'))}
        >
          {say(sure === 'take' ? 'takeOverSure' : 'takeOver')}
        </button>
        {isAdmin && <Pass {...{ say, onPass }} />}
      </div>
    );
  return (
    <div class="deeds">
      {standing === 'free' && (
        <button type="button" class="button button--small button--main" data-key="t" onClick={onTake}>
          {say('take')}
        </button>
      )}
      <Pass {...{ say, onPass }} />
      <button type="button" class="button button--small" data-key="s" onClick={onAside}>
        {say(isAside ? 'snoozeEnd' : 'snooze')}
      </button>
      <button
        type="button"
        class="button button--small"
        data-key="b"
        onClick={() => (sure === 'back' ? onBack() : setSure('back'))}
      >
        {say(sure === 'back' ? 'giveBackSure' : 'giveBack')}
      </button>
      <button type="button" class="button button--small" data-key="c" onClick={onClose}>
        {say('close')}
      </button>
    </div>
  );
}

function Pass({ say, onPass }: Pick<DeedsProps, 'say' | 'onPass'>) {
  return (
    <button type="button" class="button button--small" data-key="p" onClick={onPass}>
      {say('pass')}
    </button>
  );
}
