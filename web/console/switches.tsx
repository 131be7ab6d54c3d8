/** The switches on top: who speaks which language, how the shop behaves, and which day it is there. */

import { useState } from 'preact/hooks';
import type { ConsoleState, NewSettings } from '../../lambda/console/protocol';
import { Icon } from '../shared/icon';
import { DEVICES } from './devices';
import { wordsOf } from './link';
import type { Session } from './session';

type Props = {
  readonly state: ConsoleState;
  readonly session: Session;
  readonly adjust: (settings: NewSettings) => Promise<void>;
};

const TROUBLE: Readonly<Record<string, string>> = {
  'sold-out': 'Sold out',
  declined: 'Card declined',
  slow: 'Slow',
  down: 'Down',
  'price-changed': 'Price changed',
  'unknown-outcome': 'Unknown outcome',
};

export function Switches({ state, session, adjust }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { settings, shop } = state;
  const { locale, shopper, device } = session.setup;
  const who = state.shoppers.find(({ name }) => name === shopper);
  return (
    <header class="top">
      <div class="brand">
        <span class="brand__mark" aria-hidden="true">
          <Icon name="speaker" size="1.25rem" />
        </span>
        <div class="brand__names">
          <h1>Earshot</h1>
          <p>
            <span class="brand__shop">{shop}</span> · <a href={wordsOf(locale)}>its words</a>
            <span class="brand__where"> · on this computer</span>
          </p>
        </div>
        <button
          type="button"
          class="button button--small top__toggle"
          aria-expanded={isOpen}
          aria-controls="switches"
          onClick={() => setOpen(!isOpen)}
        >
          {who?.firstName ?? 'Guest'} · {locale} <Icon name="down" size="1em" />
        </button>
      </div>
      <div class={`switches${isOpen ? ' switches--open' : ''}`} id="switches">
        <Select
          label="Language"
          value={locale}
          onChoose={(chosen) => session.choose({ locale: chosen })}
          options={state.locales.map(({ locale: id, name, isDraft }) => ({
            id,
            name: `${id} · ${isDraft ? 'draft, ' : ''}${name}`,
          }))}
        />
        <Select
          label="Shopper"
          value={shopper ?? ''}
          title={who?.story ?? 'Nobody is signed in.'}
          onChoose={(chosen) => session.choose({ shopper: chosen === '' ? null : chosen })}
          options={[
            ...state.shoppers.map(({ name, firstName, city }) => ({ id: name, name: `${firstName}, ${city}` })),
            { id: '', name: 'Guest, not linked' },
          ]}
        />
        <Select
          label="Device"
          value={device}
          title={DEVICES.find(({ id }) => id === device)?.tells ?? ''}
          onChoose={(chosen) => session.choose({ device: chosen })}
          options={DEVICES}
        />
        <Select
          label="Trouble in the shop"
          value={settings.fault ?? ''}
          isAlarm={settings.fault !== null}
          onChoose={(chosen) => void adjust({ fault: chosen === '' ? null : chosen })}
          options={[{ id: '', name: 'None' }, ...state.faults.map((id) => ({ id, name: TROUBLE[id] ?? id }))]}
        />
        <Clock clock={settings.clock} adjust={adjust} />
      </div>
    </header>
  );
}

type SelectProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChoose: (id: T) => void;
  readonly title?: string;
  readonly isAlarm?: boolean;
};

function Select<T extends string>({ label, value, options, onChoose, title, isAlarm = false }: SelectProps<T>) {
  return (
    <label class={`switch${isAlarm ? ' switch--alarm' : ''}`} title={title}>
      <span class="switch__label">{label}</span>
      <select
        class="field switch__field"
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}
      >
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Clock({ clock, adjust }: Pick<Props, 'adjust'> & { readonly clock: ConsoleState['settings']['clock'] }) {
  const { local, zone, isShifted } = clock;
  return (
    <fieldset class={`clock${isShifted ? ' switch--alarm' : ''}`} aria-label="The shop’s clock">
      <label class="switch" title={`In the shop’s own time zone, ${zone}`}>
        <span class="switch__label">Shop’s clock</span>
        <input
          type="datetime-local"
          class="field switch__field"
          value={local}
          onChange={({ currentTarget }) =>
            currentTarget.value && void adjust({ now: currentTarget.value.slice(0, 16) })
          }
        />
      </label>
      <button type="button" class="button button--small" onClick={() => void adjust({ days: 1 })}>
        + 1 day
      </button>
      <button
        type="button"
        class="button button--small"
        disabled={!isShifted}
        onClick={() => void adjust({ now: null })}
      >
        Now
      </button>
    </fieldset>
  );
}
