/** Before somebody leaves who still has conversations: may colleagues have them? */

import { useState } from 'preact/hooks';
import { call } from './api';
import { Dialog } from './dialog';
import type { Say } from './words';

type Props = {
  readonly say: Say;
  readonly count: number;
  readonly onCancel: () => void;
  /** They are the team's, or stay by wish. */
  readonly onGo: () => void;
};

export function GoingHome({ say, count, onCancel, onGo }: Props) {
  const [wrong, setWrong] = useState('');
  const giveBack = async () => {
    const answered = await call('/me/home', {});
    if (answered.ok) onGo();
    else setWrong(say(`refused.${answered.code}`));
  };
  return (
    <Dialog title={say('homeTitle')} say={say} onClose={onCancel}>
      <div class="dialog__body">
        <p>{say('homeAsk', { count })}</p>
        <p class="wrong" role="alert">
          {wrong}
        </p>
        <div class="dialog__foot">
          <button type="button" class="button" onClick={onGo}>
            {say('homeKeep')}
          </button>
          <button type="button" class="button button--main" onClick={giveBack}>
            {say('homeGive')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
