/** The only reader of the environment and of shop/shop.json, with every default; what is wrong is named in one line. */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Merchant } from '../services/commerce/merchant';
import { type ChannelSettings, type DeskSettings, readChannels, readDesk, SettingError } from './settings';

const ROOT = resolve(__dirname, '..', '..');

const money = z.object({ minor: z.int().positive(), currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217, like EUR') });
const byLanguage = z.record(z.string(), z.string().min(1));

/** shop/shop.json. Unknown keys are refused: a misspelt limit must not be a limit that is not there. */
const shopFile = z.strictObject({
  name: z.string().min(1),
  invocationName: byLanguage,
  homeCountry: z.record(z.string(), z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, like IT')),
  agentLocale: z.string().min(2),
  support: z.strictObject({
    email: z.email(),
    phone: z.string().min(3),
    hours: z.strictObject({
      timeZone: z.string(),
      from: z.string().regex(/^\d\d:\d\d$/),
      to: z.string().regex(/^\d\d:\d\d$/),
      days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
    }),
  }),
  limits: z.strictObject({
    quantity: z.int().positive(),
    voiceCodeFrom: z.array(money),
    sameOrderMinutes: z.number().nonnegative(),
  }),
  /** The shop's own system e-mails what was ordered; otherwise Earshot does, where e-mail is set up. */
  mailsReceipts: z.boolean().default(false),
  /** Days. Facts hold nothing personal and stay. */
  retention: z
    .strictObject({
      transcripts: z.number().positive(),
      handOffs: z.number().positive(),
      deliveries: z.number().positive(),
      received: z.number().min(7, 'at least 7: webhooks are repeated for a week'),
      contacts: z.number().positive(),
      conversations: z.number().positive(),
    })
    .default({ transcripts: 30, handOffs: 90, deliveries: 30, received: 14, contacts: 90, conversations: 365 }),
  urls: z.strictObject({
    site: z.url(),
    privacy: byLanguage,
    terms: byLanguage,
    icons: z.strictObject({ small: z.url(), large: z.url() }),
  }),
  /** Origins of the shop's own pages that may show the chat and call it, scheme, host and port. */
  webOrigins: z.array(z.string().regex(/^https?:\/\/[^/\s]+$/, 'an origin, like https://shop.example')).default([]),
  alexaSkillId: z.string().startsWith('amzn1.ask.skill.').nullable(),
  alexaLocales: z.array(z.string().regex(/^[a-z]{2}-[A-Z]{2}$/)).min(1),
});
export type ShopFile = z.infer<typeof shopFile>;

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is no port; write a number up to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16, 'write at least 16 characters').optional(),
  EARSHOT_DATA: z.string().min(1).default(join(ROOT, 'data')),
  EARSHOT_NOW: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'is no date; write it like 2026-12-24T18:00')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'write it like postgres://user:password@host/name')
    .optional(),
  EARSHOT_URL: z
    .url('write the address from outside, like https://talk.shop.example')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  EARSHOT_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Config = {
  readonly port: number;
  /** The address to listen at. */
  readonly host: string;
  /** Whoever shows it may read /metrics from anywhere; null: only this machine. */
  readonly metricsToken: string | null;
  /** The folder of the embedded store and the demo shop. */
  readonly data: string;
  /** Milliseconds by which the shop's calendar is ahead of real time. */
  readonly calendarShift: number;
  /** PostgreSQL instead of the file; null: the embedded store. */
  readonly database: string | null;
  /** Where the server is reached from outside; null: only on this machine. */
  readonly publicUrl: string | null;
  /** The server's own secret; all servers of one shop have the same. */
  readonly secret: string;
  readonly channels: ChannelSettings;
  readonly desk: DeskSettings;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly shop: ShopFile;
  readonly locales: string;
  /** The built pages. */
  readonly pages: string;
};

/** What is wrong with the configuration, in words for the one who can mend it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Throws `ConfigError` where no database is named: a Lambda has nothing of its own to keep anything in. */
export function requireDatabase(env: NodeJS.ProcessEnv = process.env): void {
  if (!env.DATABASE_URL) throw new ConfigError('the environment: a Lambda needs DATABASE_URL, a PostgreSQL database');
}

/** Throws `ConfigError`. `now` is real time, milliseconds. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, now: number = Date.now()): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw new ConfigError(problems('the environment', read.error));
  const { PORT, HOST, METRICS_TOKEN, EARSHOT_DATA, EARSHOT_NOW, DATABASE_URL, EARSHOT_URL, LOG_LEVEL } = read.data;
  const data = resolve(EARSHOT_DATA);
  const shop = readShopFile();
  const secret = read.data.EARSHOT_SECRET ?? ownSecret(data, DATABASE_URL);
  return {
    port: PORT,
    host: HOST,
    metricsToken: METRICS_TOKEN ?? null,
    data,
    database: DATABASE_URL ?? null,
    publicUrl: EARSHOT_URL ?? null,
    secret,
    ...settingsOf(env, secret, shop.name),
    calendarShift: EARSHOT_NOW ? Date.parse(EARSHOT_NOW) - now : 0,
    logLevel: LOG_LEVEL,
    shop,
    locales: join(ROOT, 'locales'),
    pages: join(ROOT, 'dist', 'web'),
  };
}

function settingsOf(env: NodeJS.ProcessEnv, secret: string, shopName: string) {
  try {
    return { channels: readChannels(env, secret, shopName), desk: readDesk(env) };
  } catch (error) {
    throw error instanceof SettingError ? new ConfigError(`the environment: ${error.message}`) : error;
  }
}

/** Made once and kept with the data. Servers that share a database must share it, so there it has to be given. */
function ownSecret(data: string, database: string | undefined): string {
  if (database) throw new ConfigError('the environment: DATABASE_URL needs EARSHOT_SECRET, the same on every server');
  const file = join(data, 'secret');
  try {
    mkdirSync(data, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`${file} cannot be kept: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Throws `ConfigError` with the file and the place in it. */
export function readShopFile(file: string = join(ROOT, 'shop', 'shop.json')): ShopFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const read = shopFile.safeParse(json);
  if (!read.success) throw new ConfigError(problems(file, read.error));
  return read.data;
}

export function merchantOf(shop: ShopFile): Merchant {
  const { name, homeCountry, agentLocale, support, limits, mailsReceipts, urls } = shop;
  return { name, homeCountry, agentLocale, support, limits, mailsReceipts, site: urls.site };
}

function problems(where: string, { issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${where}: ${path.join('.')}: ${message}`).join('\n');
}
