/** Where a shopper can be written to: which channels, and the address of one once whoever has the conversation wants it. */

import { useState } from 'preact/hooks';
import type { ContactAddress, ShownContact } from '../../lambda/desk/protocol';
import { type Answered, call } from './api';
import { named, type Say } from './words';

type Props = {
  readonly contacts: readonly ShownContact[];
  readonly say: Say;
  /** The hand-off's. */
  readonly id: string;
  readonly isMine: boolean;
};

export function Contacts({ contacts, say, id, isMine }: Props) {
  if (contacts.length === 0) return null;
  return (
    <section class="part">
      <h3>{say('contacts')}</h3>
      <ul class="plainList">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <Contact {...{ contact, say, id, isMine }} />
          </li>
        ))}
      </ul>
      <p class="soft">{say(isMine ? 'contactRecorded' : 'contactTake')}</p>
    </section>
  );
}

function Contact({ contact, say, id, isMine }: Omit<Props, 'contacts'> & { readonly contact: ShownContact }) {
  const [told, setTold] = useState<Answered<ContactAddress> | null>(null);
  const channel = named(say, 'channel', contact.channel);
  const show = async () =>
    setTold(await call<ContactAddress>(`/hand-offs/${encodeURIComponent(id)}/contact`, { contact: contact.id }));
  return (
    <>
      {channel}{' '}
      {isMine && !told?.ok && (
        <button type="button" class="plain" aria-label={say('contactShowOf', { channel })} onClick={show}>
          {say('contactShow')}
        </button>
      )}
      <span role="status">
        {told?.ok && <span class="spelled">{told.value.address}</span>}
        {told && !told.ok && say(`refused.${told.code}`)}
      </span>
    </>
  );
}
