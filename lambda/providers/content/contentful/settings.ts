/** What a shop sets to keep its content in Contentful, or in whatever answers its Content Delivery API. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, token, written } from '../../../vocabulary/settings';

export type ContentfulSettings = {
  /** Scheme, host and port. */
  readonly base: string;
  readonly space: string;
  readonly environment: string;
  readonly token: string;
  /** The id of the content type whose entries are answers. */
  readonly contentType: string;
};

const id = (what: string) => written(/^[A-Za-z0-9_.-]{1,64}$/, what);

export const settings = settingsGroup({
  label: 'Contentful',
  variables: z.object({
    CONTENTFUL_SPACE: id('the id of the space'),
    CONTENTFUL_TOKEN: token('the token of the Content Delivery API'),
    CONTENTFUL_ENVIRONMENT: z.optional(id('the id of the environment, like master')),
    CONTENTFUL_TYPE: z.optional(id('the id of the content type, like answer')),
    CONTENTFUL_URL: z.optional(serverAddress('https://cdn.contentful.com')),
  }),
  make: (found): ContentfulSettings => ({
    base: found.CONTENTFUL_URL ?? 'https://cdn.contentful.com',
    space: found.CONTENTFUL_SPACE,
    environment: found.CONTENTFUL_ENVIRONMENT ?? 'master',
    token: found.CONTENTFUL_TOKEN,
    contentType: found.CONTENTFUL_TYPE ?? 'answer',
  }),
});
