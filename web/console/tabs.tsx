/** A row of tabs: arrows move among them, as readers of screens expect. */

type Tab<T extends string> = { readonly id: T; readonly label: string; readonly mark?: string | undefined };

type Props<T extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  /** The id of the panel that belongs to a tab. */
  readonly controls: (id: T) => string;
};

export function Tabs<T extends string>({ label, tabs, chosen, onChoose, controls }: Props<T>) {
  const move = (event: KeyboardEvent, by: number) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(event, 1);
        if (event.key === 'ArrowLeft') move(event, -1);
      }}
    >
      {tabs.map(({ id, label: name, mark }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={id === chosen}
          aria-controls={controls(id)}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {name}
          {mark && <span class="tab__mark">{mark}</span>}
        </button>
      ))}
    </div>
  );
}
