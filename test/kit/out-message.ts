/** A message on its way to a shopper, as the channels' tests send it. */

import type { OutMessage } from '../../lambda/services/reach/text-channel';

export function outOf(more: Partial<OutMessage> = {}): OutMessage {
  return {
    id: 'out-1',
    by: 'bot',
    name: null,
    text: 'It is out for delivery.',
    options: [],
    title: null,
    link: null,
    reference: null,
    locale: 'en-GB',
    ...more,
  };
}
