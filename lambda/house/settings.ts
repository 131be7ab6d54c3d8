/** What a shop sets for its channels, its desk and the system behind its ports: each group is whole, absent, or refused with names. */

import { settings as notices } from '../channels/alexa/notices-settings';
import { settings as email } from '../channels/email/settings';
import { settings as telegram } from '../channels/telegram/settings';
import { settings as whatsapp } from '../channels/whatsapp/settings';
import { settings as openId } from '../link/openid-settings';
import { settings as link } from '../link/settings';
import { settings as contentful } from '../providers/content/contentful/settings';
import { settings as files } from '../providers/content/files/settings';
import { settings as depot } from '../providers/depot/s3/settings';
import { settings as chatwoot } from '../providers/desk/chatwoot/settings';
import { settings as embedded } from '../providers/desk/embedded/settings';
import { settings as mail } from '../providers/desk/mail/settings';
import { settings as demo } from '../providers/shop/demo/settings';
import { settings as rest } from '../providers/shop/rest/settings';
import { settings as tryton } from '../providers/shop/tryton/settings';
import { settings as vendure } from '../providers/shop/vendure/settings';
import { settings as vtex } from '../providers/shop/vtex/settings';
import { settings as aftership } from '../providers/tracking/aftership/settings';
import { settings as translation } from '../providers/translation/libretranslate/settings';
import { SHOPS, type ShopKind } from '../services/commerce/shop';
import { TRACKINGS, type TrackingKind } from '../services/commerce/tracking';
import { CONTENTS, type ContentKind } from '../services/content/content';
import { DESKS, type DeskKind } from '../services/hand-off/desk';
import { PUSH_CHANNELS, type PushChannel } from '../vocabulary/heard';
import type { Environment, HouseSettings, SettingsGroup } from '../vocabulary/settings';
import { settings as changes } from './changes-settings';
import { anyOf } from './problems';
import { readGroup, SettingError } from './read-group';

const GROUPS = {
  channels: { whatsapp, telegram, email } satisfies Record<PushChannel, SettingsGroup>,
  desks: { embedded, chatwoot, mail } satisfies Record<DeskKind, SettingsGroup>,
  shops: { demo, vendure, rest, vtex, tryton } satisfies Record<ShopKind, SettingsGroup>,
  trackings: { aftership, tryton } satisfies Record<TrackingKind, SettingsGroup>,
  contents: { files, contentful } satisfies Record<ContentKind, SettingsGroup>,
} as const;

/** What there is one way of only: accounts linked by the house, changes told by the shop, chimes, words translated at the desk, files kept elsewhere. */
const ALONE = { linking: link, openId, changes, notices, translation, depot } as const;

type Made<G> = { readonly [K in keyof G]: G[K] extends SettingsGroup<infer S> ? S : never };
type Groups<M> = { readonly [K in keyof M]: SettingsGroup<M[K]> };

/** What each channel is set up with. */
export type SetUp = Made<typeof GROUPS.channels>;
export type ChannelSettings = { readonly [K in PushChannel]: SetUp[K] | null };
export const CHANNEL_SETTINGS: Groups<SetUp> = GROUPS.channels;

export type DeskMade = Made<typeof GROUPS.desks>;
export type DeskSettings<K extends DeskKind = DeskKind> = Chosen<DeskMade, K>;
export type ShopMade = Made<typeof GROUPS.shops>;
export type ShopSettings<K extends ShopKind = ShopKind> = Chosen<ShopMade, K>;

export type TrackingMade = Made<typeof GROUPS.trackings>;
export type TrackingSettings<K extends TrackingKind = TrackingKind> = Chosen<TrackingMade, K>;

export type ContentMade = Made<typeof GROUPS.contents>;
export type ContentSettings<K extends ContentKind = ContentKind> = Chosen<ContentMade, K>;

/** One of several, with what it is set up with. */
type Chosen<M, K extends keyof M> = { [P in K]: { readonly kind: P; readonly settings: M[P] } }[K];

type AloneMade = Made<typeof ALONE>;
export type AloneSettings = { readonly [K in keyof AloneMade]: AloneMade[K] | null };

/** Every variable of every group, once: a Tryton may be the shop, or know its parcels. */
export const GROUPED: readonly string[] = [
  ...new Set(
    [ALONE, ...Object.values(GROUPS)].flatMap((groups) =>
      Object.values<SettingsGroup>(groups).flatMap(({ variables }) => Object.keys(variables.shape)),
    ),
  ),
];

/** Throws `SettingError`. */
export function readChannels(env: Environment, house: HouseSettings): ChannelSettings {
  const read = <K extends PushChannel>(name: K): ChannelSettings[K] => readGroup(CHANNEL_SETTINGS[name], env, house);
  return tableOf<PushChannel, ChannelSettings>(PUSH_CHANNELS, read);
}

const DESK_SETTINGS: Groups<DeskMade> = GROUPS.desks;
const SHOP_SETTINGS: Groups<ShopMade> = GROUPS.shops;
const TRACKING_SETTINGS: Groups<TrackingMade> = GROUPS.trackings;
const CONTENT_SETTINGS: Groups<ContentMade> = GROUPS.contents;

/** Throws `SettingError`. */
export function readDesk(env: Environment, house: HouseSettings): DeskSettings {
  const kind = choice('DESK', { all: DESKS, usual: 'embedded', what: 'desk' }, env);
  const { channel } = DESK_SETTINGS[kind];
  const isSetUp = <K extends PushChannel>(name: K) => readGroup(CHANNEL_SETTINGS[name], env, house) !== null;
  if (channel && !isSetUp(channel)) {
    throw new SettingError(
      `DESK=${kind} needs ${CHANNEL_SETTINGS[channel].label}: set ${CHANNEL_SETTINGS[channel].needed.join(', ')}`,
    );
  }
  const of = <K extends DeskKind>(one: K): DeskSettings<K> => {
    return { kind: one, settings: required(`DESK=${one}`, DESK_SETTINGS[one], { env, house }) };
  };
  return of(kind);
}

/** Throws `SettingError`. */
export function readShop(env: Environment, house: HouseSettings): ShopSettings {
  const kind = chosenShop(env, 'demo');
  return shopSettings(kind, { env, house, named: `SHOP=${kind}` });
}

/** As SHOP says, or as is usual. Throws `SettingError`. */
export function chosenShop(env: Environment, usual: ShopKind): ShopKind {
  return choice('SHOP', { all: SHOPS, usual, what: 'shop' }, env);
}

/** `named`: how it was chosen, for whoever has chosen it. */
export type SystemFrom = From & { readonly named: string };

/** Throws `SettingError`. */
export function shopSettings(kind: ShopKind, { named, ...from }: SystemFrom): ShopSettings {
  const of = <K extends ShopKind>(one: K): ShopSettings<K> => {
    return { kind: one, settings: required(named, SHOP_SETTINGS[one], from) };
  };
  return of(kind);
}

/** As TRACKING says; null: nobody follows parcels besides the shop. Throws `SettingError`. */
export function chosenTracking(env: Environment): TrackingKind | null {
  if (!env.TRACKING?.trim()) return null;
  return choice('TRACKING', { all: TRACKINGS, usual: TRACKINGS[0], what: 'system for parcels' }, env);
}

/** Throws `SettingError`. */
export function trackingSettings(kind: TrackingKind, { named, ...from }: SystemFrom): TrackingSettings {
  const of = <K extends TrackingKind>(one: K): TrackingSettings<K> => {
    return { kind: one, settings: required(named, TRACKING_SETTINGS[one], from) };
  };
  return of(kind);
}

/** Throws `SettingError`. */
export function readContent(env: Environment, house: HouseSettings): ContentSettings {
  const kind = choice('CONTENT', { all: CONTENTS, usual: 'files', what: 'source of content' }, env);
  const of = <K extends ContentKind>(one: K): ContentSettings<K> => {
    return { kind: one, settings: required(`CONTENT=${one}`, CONTENT_SETTINGS[one], { env, house }) };
  };
  return of(kind);
}

/** null of each: it is not set up. Throws `SettingError`. */
export function readAlone(env: Environment, house: HouseSettings): AloneSettings {
  const { linking, openId, changes, notices, translation, depot } = ALONE;
  const read = <S>(group: SettingsGroup<S>) => readGroup(group, env, house);
  return {
    linking: read(linking),
    openId: read(openId),
    changes: read(changes),
    notices: read(notices),
    translation: read(translation),
    depot: read(depot),
  };
}

type Choice<K> = { readonly all: readonly K[]; readonly usual: K; readonly what: string };

function choice<K extends string>(name: string, { all, usual, what }: Choice<K>, env: Environment): K {
  const wish = env[name]?.trim() || usual;
  const found = all.find((one) => one === wish);
  if (found === undefined) throw new SettingError(`${name}: "${wish}" is no ${what}; write ${anyOf(all)}`);
  return found;
}

type From = { readonly env: Environment; readonly house: HouseSettings };

/** What was chosen must be whole. */
function required<S>(choice: string, group: SettingsGroup<S>, { env, house }: From): S {
  const made = readGroup(group, env, house);
  if (made === null) throw new SettingError(`${choice} needs ${group.needed.join(', ')}`);
  return made;
}

function tableOf<K extends string, T extends Readonly<Record<K, unknown>>>(
  names: readonly K[],
  of: <P extends K>(name: P) => T[P],
): T {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as T;
}
