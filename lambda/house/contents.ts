/** Opens where the shop's content comes from. */

import { join, resolve } from 'node:path';
import type { Content, ContentHouse, ContentKind, OpenedContent } from '../services/content/content';
import type { Depot } from '../services/privacy/depot';
import type { Config } from './config';
import { depotOf } from './depot';
import { ConfigError, issueWords } from './problems';
import type { ContentMade, ContentSettings } from './settings';
import { type OpenShop, systemsOpener } from './shops';

const SHOP = join(resolve(__dirname, '..', '..'), 'shop');

export type OpenContent = (house: Omit<ContentHouse, 'shopFolder' | 'words'>) => Promise<Content>;

/** Each is loaded only where it is chosen. */
const OPENINGS: { readonly [K in ContentKind]: () => Promise<Opening<ContentMade[K]>> } = {
  files: () => import('../providers/content/files/index'),
  contentful: () => import('../providers/content/contentful/index'),
};

type Opening<S> = { open(settings: S, house: ContentHouse): Promise<OpenedContent> };

/** What opens the content that was chosen. It throws `ConfigError` where files of it are wrong. */
export function contentOpener<K extends ContentKind>(
  { kind, settings }: ContentSettings<K>,
  shopFolder: string = SHOP,
): OpenContent {
  return async (house) => {
    const { open } = await OPENINGS[kind]();
    try {
      return (await open(settings, { ...house, shopFolder, words: issueWords })).content;
    } catch (cause) {
      throw new ConfigError(cause instanceof Error ? cause.message : `${cause}`, { cause });
    }
  };
}

/** What stands behind the shop, as it is set: its systems, what it has written, and where its files are kept. */
export function openersOf(config: Pick<Config, 'systems' | 'content' | 'depot'>): {
  readonly provider: OpenShop;
  readonly content: OpenContent;
  readonly depot: Depot | null;
} {
  const { systems, content } = config;
  return { provider: systemsOpener(systems), content: contentOpener(content), depot: depotOf(config) };
}
