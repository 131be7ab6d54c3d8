/** A sheet over the conversation; Escape closes it and the page goes on where it was. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/icon';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren };

export function Drawer({ title, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      class="drawer"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="drawer__head">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <button type="button" class="round" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer__body">{children}</div>
    </section>
  );
}
