/** The only reader of the environment, with every default; what is wrong is named in one line. */

import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { NoticesSettings } from '../channels/alexa/notices-settings';
import type { OpenIdSettings } from '../link/openid-settings';
import type { LinkSettings } from '../link/settings';
import type { S3Settings } from '../providers/depot/s3/settings';
import type { TranslationSettings } from '../providers/translation/libretranslate/settings';
import type { SecondSettings } from '../services/sign-in/second-factor';
import type { HouseSettings } from '../vocabulary/settings';
import type { ChangesSettings } from './changes-settings';
import { environment, ROOT } from './environment';
import { keptSecret } from './kept-secret';
import { ConfigError, fileTrouble, issueWords, problemsOf } from './problems';
import { SettingError } from './read-group';
import {
  type ChannelSettings,
  type ContentSettings,
  type DeskSettings,
  GROUPED,
  readAlone,
  readChannels,
  readContent,
  readDesk,
} from './settings';
import { readBuiltShopFile, readShopFile, type ShopFile } from './shop-file';
import { readSystems, type Systems } from './systems';

/** Every variable that is read. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(environment.shape),
  'SHOP',
  'TRACKING',
  'DESK',
  'CONTENT',
  ...GROUPED,
];

export type Config = {
  readonly port: number;
  /** The address to listen at. */
  readonly host: string;
  /** Which skills' requests are answered: the shop's own, anybody's, or none, without a door for Alexa. */
  readonly alexa: 'own' | 'any' | 'none';
  /** Who is believed about whom they forward for: addresses, ranges, or "loopback". */
  readonly trustedProxies: readonly string[];
  /** Whoever shows it may read /metrics; null: nobody, but a developer. */
  readonly metricsToken: string | null;
  /** The folder of the embedded store and of what the shop keeps here. */
  readonly data: string;
  /** Milliseconds by which the shop's calendar is ahead of real time. */
  readonly calendarShift: number;
  /** PostgreSQL instead of the file; null: the embedded store. */
  readonly database: string | null;
  /** A database of their own for the keys of what people wrote; null with PostgreSQL: words are kept redacted only. */
  readonly keysDatabase: string | null;
  /** Where the server is reached from outside; null: only on this machine. */
  readonly publicUrl: string | null;
  /** The server's own secret; all servers of one shop have the same. */
  readonly secret: string;
  /** Second factors at the desk in the house. */
  readonly second: SecondSettings;
  readonly channels: ChannelSettings;
  readonly desk: DeskSettings;
  /** What stands behind the shop's ports. */
  readonly systems: Systems;
  /** Where its answers to what shoppers ask come from. */
  readonly content: ContentSettings;
  /** Accounts are linked with Alexa by the house itself; null: they are not. */
  readonly linking: LinkSettings | null;
  /** The shop's own OpenID provider, which signs in whoever links; null: the platform does. */
  readonly openId: OpenIdSettings | null;
  /** The shop tells by signed requests what changes about its orders; null: it does not. */
  readonly changes: ChangesSettings | null;
  /** Words of shoppers are translated at the desk; null: they are not. */
  readonly translation: TranslationSettings | null;
  /** Files are kept in a store of the shop's own, sealed; null: with everything else. */
  readonly depot: S3Settings | null;
  /** Alexa chimes when an order moves, where a shopper agreed to it; null: she does not. */
  readonly notices: NoticesSettings | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly shop: ShopFile;
  readonly locales: string;
  /** The built pages. */
  readonly pages: string;
};

/** Throws `ConfigError` where no database is named: a Lambda has nothing of its own to keep anything in. */
export function requireDatabase(env: NodeJS.ProcessEnv = process.env): void {
  if (!env.DATABASE_URL) throw new ConfigError('the environment: a Lambda needs DATABASE_URL, a PostgreSQL database');
}

/** Throws `ConfigError` where requests signed for anybody's skill would be answered, and nobody said that they are meant to be. */
export function requireSkill({ alexa, shop }: Pick<Config, 'alexa' | 'shop'>): void {
  if (alexa !== 'own' || shop.alexaSkillId !== null) return;
  const why = 'alexaSkillId is null, so requests signed for any other skill would be answered, too';
  throw new ConfigError(
    `shop/shop.json: ${why}; write the id Amazon gave there, or set ALEXA_SKILL to none (no door for Alexa) or any (on purpose)`,
  );
}

/** Throws `ConfigError`. `now` is real time, milliseconds. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, now: number = Date.now()): Config {
  return configOf(env, now, readShopFile);
}

/** The same where the shop's file was checked when the bundle was built. */
export function readBuiltConfig(): Config {
  return configOf(process.env, Date.now(), readBuiltShopFile);
}

function configOf(env: NodeJS.ProcessEnv, now: number, shopFile: () => ShopFile): Config {
  const read = environment.safeParse(env, { error: issueWords });
  if (!read.success) throw new ConfigError(inEnvironment(problemsOf(read.error)));
  const {
    PORT,
    HOST,
    TRUSTED_PROXIES,
    METRICS_TOKEN,
    EARSHOT_DATA,
    EARSHOT_NOW,
    DATABASE_URL,
    EARSHOT_URL,
    LOG_LEVEL,
  } = read.data;
  const data = resolve(EARSHOT_DATA);
  const shop = shopFile();
  const secret = read.data.EARSHOT_SECRET ?? ownSecret(data, DATABASE_URL);
  return {
    port: PORT,
    host: HOST,
    alexa: read.data.ALEXA_SKILL,
    trustedProxies: TRUSTED_PROXIES ?? [],
    metricsToken: METRICS_TOKEN ?? null,
    data,
    database: DATABASE_URL ?? null,
    keysDatabase: read.data.EARSHOT_KEYS_URL ?? null,
    publicUrl: EARSHOT_URL ?? null,
    secret,
    second: { secret, isNeeded: read.data.DESK_2FA === 'required' },
    ...settingsOf(env, { secret, shopName: shop.name }, shop),
    calendarShift: EARSHOT_NOW ? Date.parse(EARSHOT_NOW) - now : 0,
    logLevel: LOG_LEVEL,
    shop,
    locales: join(ROOT, 'locales'),
    pages: join(ROOT, 'dist', 'web'),
  };
}

function settingsOf(env: NodeJS.ProcessEnv, house: HouseSettings, shop: ShopFile) {
  try {
    const [content, systems] = [readContent(env, house), readSystems(env, house, shop)];
    const [channels, desk, alone] = [readChannels(env, house), readDesk(env, house), readAlone(env, house)];
    // Nothing leaves that is not sealed, and there nothing is.
    if (alone.depot && env.DATABASE_URL && !env.EARSHOT_KEYS_URL)
      throw new SettingError('S3_URL with DATABASE_URL needs EARSHOT_KEYS_URL, where the keys of files are kept');
    return { channels, desk, systems, content, ...alone };
  } catch (error) {
    throw error instanceof SettingError ? new ConfigError(inEnvironment(error.message.split('\n'))) : error;
  }
}

/** Made once and kept with the data. Servers that share a database must share it, so there it has to be given. */
function ownSecret(data: string, database: string | undefined): string {
  if (database) throw new ConfigError('the environment: DATABASE_URL needs EARSHOT_SECRET, the same on every server');
  try {
    return keptSecret(join(data, 'secret'), () => randomBytes(32).toString('hex'));
  } catch (cause) {
    throw new ConfigError(`EARSHOT_DATA: ${data} cannot be used: ${fileTrouble(cause)}`, { cause });
  }
}

function inEnvironment(problems: readonly string[]): string {
  return problems.map((problem) => `the environment: ${problem}`).join('\n');
}
