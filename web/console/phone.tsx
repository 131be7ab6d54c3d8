/** The phone of the same shopper: the web chat, as they would have it in their hand. */

import type { ConsoleState } from '../../lambda/console/protocol';
import type { Setup } from './session';

/** Why it does not show the very words. */
const ALOUD = 'Alexa passes on no words, only what was meant and named: of what was said aloud the phone shows that.';

type Props = { readonly setup: Setup; readonly shoppers: ConsoleState['shoppers'] };

export function Phone({ setup, shoppers }: Props) {
  const shopper = shoppers.find(({ name }) => name === setup.shopper);
  const locale = new URLSearchParams({ locale: setup.locale });
  const src = `/chat?${locale}${shopper ? `#${new URLSearchParams({ token: shopper.token })}` : ''}`;
  const title = shopper ? `${shopper.firstName}’s phone` : 'A guest’s phone';
  return (
    <section class="pane pane--phone" id="pane-phone" aria-labelledby="phone-title">
      <header class="pane__head">
        <h2 id="phone-title">{title}</h2>
        <p class="pane__note" title={ALOUD}>
          {shopper ? 'the same conversation, typed' : 'a conversation of its own'}
        </p>
      </header>
      <div class="phone">
        <div class="phone__ear" aria-hidden="true" />
        <iframe class="phone__screen" key={src} src={src} title={`Web chat on ${title}`} />
      </div>
    </section>
  );
}
