/** What a speaker with a screen shows: the same rows, steps and buttons that its document draws, and they can be touched. */

import type { ShownRow, ShownScreen } from '../../lambda/vocabulary/answer';
import { Qr } from '../shared/qr';

export type Touch = { readonly asking: string; readonly option: string; readonly label: string };

type Props = {
  readonly screen: ShownScreen;
  /** null: nothing of it answers any more. */
  readonly asking: string | null;
  readonly locale: string;
  readonly onTouch: (touch: Touch) => void;
};

export function ShownOn({ screen, asking, locale, onTouch }: Props) {
  const { title, rows, foot, drawn, asks, buttons } = screen;
  const touch = (option: string, label: string) => asking && onTouch({ asking, option, label });
  return (
    <figure class="screen">
      <figcaption>On the screen</figcaption>
      <div class="screen__glass" lang={locale}>
        <p class="screen__title">{title}</p>
        {drawn?.kind === 'steps' && (
          <ol class="screen__steps">
            {drawn.steps.map((label, at) => (
              <li key={label} class={at <= drawn.at ? 'screen__step--done' : ''}>
                {label}
              </li>
            ))}
          </ol>
        )}
        {rows.map((row) => (
          <Row key={row.option ?? row.label} row={row} isLive={asking !== null} onTouch={touch} />
        ))}
        {foot.map((line) => (
          <p key={line} class="screen__foot">
            {line}
          </p>
        ))}
        {drawn?.kind === 'code' && <Qr text={drawn.address} label={drawn.address} />}
        {asks !== '' && <p>{asks}</p>}
        {buttons.length > 0 && (
          <div class="options">
            {buttons.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                class="button button--small"
                disabled={asking === null}
                onClick={() => touch(id, label)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
    </figure>
  );
}

type RowProps = {
  readonly row: ShownRow;
  readonly isLive: boolean;
  readonly onTouch: (option: string, label: string) => void;
};

function Row({ row, isLive, onTouch }: RowProps) {
  const { label, detail, picture, option } = row;
  const content = (
    <>
      {picture && <img src={picture} alt="" />}
      <span>{label}</span>
      <span class="screen__detail">{detail}</span>
    </>
  );
  if (option === null) return <p class="screen__row">{content}</p>;
  return (
    <button type="button" class="screen__row" disabled={!isLive} onClick={() => onTouch(option, label)}>
      {content}
    </button>
  );
}
