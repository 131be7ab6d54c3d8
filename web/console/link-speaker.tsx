/** The way from a guest's speaker to the page where a shopper links it, and back. */

import type { LinkingHere } from '../../lambda/console/linking-protocol';
import type { ConsoleState } from '../../lambda/console/protocol';
import { Icon } from '../shared/icon';
import type { Session } from './session';

export type Linking = LinkingHere & { readonly href: string };

/** null: whose speaker it is was chosen, or nobody can link one here. */
export function linkingOf({ linking }: ConsoleState, session: Session): Linking | null {
  const { setup, speaker, visit, exchanges } = session;
  if (!linking || setup.shopper !== null) return null;
  // A visit in which nothing was said is not there to come back to.
  const back = exchanges.length > 0 ? { visit } : {};
  return { ...linking, href: `/console/link?${new URLSearchParams({ speaker, locale: setup.locale, ...back })}` };
}

const SHOWN: Readonly<Record<LinkingHere['by'], string>> = {
  terminal: 'The code comes in a letter, which is printed in the terminal of npm start.',
  mail: 'The code comes by e-mail.',
  password: 'With the password of the shop.',
};

export function LinkSpeaker({ linking: { href, by, emails } }: { readonly linking: Linking }) {
  const [first] = emails;
  return (
    <div class="link-speaker">
      <a class="button button--small" href={href}>
        <Icon name="link" size="1em" /> Link this speaker
      </a>
      <p>
        {first && `Sign in as ${first}, or anybody else of the demo. `}
        {SHOWN[by]}
      </p>
    </div>
  );
}
