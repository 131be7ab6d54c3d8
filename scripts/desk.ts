/** `npm run desk`: the people who may sign in at /desk. See `--help`. */

import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../lambda/house/config';
import { openPostgresStore } from '../lambda/providers/store/postgres/open';
import { openSqliteStore } from '../lambda/providers/store/sqlite/open';
import type { Agent, Role } from '../lambda/services/sign-in/agents';
import { recordLines } from '../lambda/services/sign-in/desk-record-lines';
import type { RecordedDeed } from '../lambda/services/sign-in/desk-records';
import { hashPassword, hasPassword, newPassword, PASSWORD } from '../lambda/services/sign-in/passwords';
import { LOGIN, newAgent } from '../lambda/services/sign-in/sign-in';
import type { Store } from '../lambda/services/store';

const HELP = `npm run desk -- <command>
  add LOGIN [--name NAME] [--role admin] somebody new, or the Marta of npm start, who gets a password;
                                         NAME is what shoppers read: "Marta" where the login is marta
  list                                   who may sign in
  password LOGIN                         a new password; every session of theirs ends
  disable LOGIN                          may not sign in any more; every session of theirs ends
  enable LOGIN                           may sign in again
  second-off LOGIN                       signs in without the app's code, until they set it again
  record [--days N]                      who saw and changed what at the desk, as CSV; 30 days where not said
Without --ask a password is made and shown once; with it you are asked for one.`;

const DAY_MS = 24 * 3_600_000;

class Refusal extends Error {}

type Given = {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly days?: string | undefined;
  readonly ask: boolean;
};
type Command = (store: Store, login: string, given: Given) => Promise<string>;

const COMMANDS: Readonly<Record<string, Command>> = {
  async add({ agents }, login, { name = '', role, ask }) {
    if (!LOGIN.test(login)) throw new Refusal('A login has 2 to 64 small letters, digits or . _ @ + -');
    if (!isRole(role)) throw new Refusal('--role is agent or admin');
    const there = await agents.byLogin(login);
    if (there && hasPassword(there)) {
      throw new Refusal(`There is a ${login} already; "npm run desk -- password ${login}" makes a new password.`);
    }
    const shown = name.trim() || there?.name || nameIn(login);
    if (shown === '' || shown.length > 60) throw new Refusal(`Say what shoppers read: add ${login} --name NAME`);
    const { password, told } = await passwordFor(ask);
    const hash = await hashPassword(password);
    if (there) await agents.change(there.id, { name: shown, password: hash, ...(role ? { role } : {}) });
    else if (!(await agents.add(newAgent({ login, name: shown, role: role ?? 'agent', hash })))) {
      throw new Refusal(`There is a ${login} already.`);
    }
    return `${shown} may sign in at /desk as ${login}${told}`;
  },
  async list({ agents }) {
    const all = await agents.list();
    const line = ({ login, name, role, isDisabled, seenAt }: Agent) => [
      login,
      name,
      role,
      isDisabled ? 'disabled' : seenAt > 0 ? `seen ${new Date(seenAt).toISOString()}` : 'never seen',
    ];
    if (all.length === 0) return 'Nobody yet: npm run desk -- add marta --name Marta --role admin';
    return all.map((agent) => line(agent).join('  ')).join('\n');
  },
  async password({ agents }, login, { ask }) {
    const { id, name } = await known(agents, login);
    const { password, told } = await passwordFor(ask);
    await agents.change(id, { password: await hashPassword(password) });
    await agents.endSessionsOf(id);
    return `${name} signs in as ${login}${told}`;
  },
  async disable({ agents }, login) {
    const { id, name } = await known(agents, login);
    await agents.change(id, { isDisabled: true, isAvailable: false });
    await agents.endSessionsOf(id);
    return `${name} may not sign in any more.`;
  },
  async enable({ agents }, login) {
    const { id, name } = await known(agents, login);
    await agents.change(id, { isDisabled: false });
    return `${name} may sign in again.`;
  },
  async 'second-off'({ agents }, login) {
    const { id, name } = await known(agents, login);
    await agents.setSecond(id, null);
    await agents.endSessionsOf(id);
    return `${name} signs in with the password alone.`;
  },
  async record({ deskRecords }, _login, { days = '30' }) {
    if (!/^\d{1,5}$/.test(days)) throw new Refusal('--days is a number of days, like 30');
    for await (const lines of recordLines(deskRecords, Date.now() - Number(days) * DAY_MS)) process.stdout.write(lines);
    return '';
  },
};

/** A login that is a first name says it; of any other nobody knows what to call them. */
function nameIn(login: string): string {
  return /^\p{L}+$/u.test(login) ? named(login) : '';
}

function isRole(role: string | undefined): role is Role | undefined {
  return role === undefined || role === 'agent' || role === 'admin';
}

function named(login: string): string {
  return login.charAt(0).toUpperCase() + login.slice(1);
}

async function known(agents: Store['agents'], login: string): Promise<Agent> {
  const agent = await agents.byLogin(login);
  if (!agent) throw new Refusal(`Nobody signs in as “${login}”.`);
  return agent;
}

async function passwordFor(ask: boolean): Promise<{ readonly password: string; readonly told: string }> {
  if (!ask) {
    const password = newPassword();
    return { password, told: ` with this password, shown only now:\n\n  ${password}\n` };
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const password = (await lines.question(`Password (at least ${PASSWORD.least} signs): `)).trim();
  lines.close();
  if (password.length < PASSWORD.least || password.length > PASSWORD.most)
    throw new Refusal(`A password has ${PASSWORD.least} to ${PASSWORD.most} signs.`);
  return { password, told: ' with that password.' };
}

async function openStore(): Promise<Store> {
  const config = readConfig();
  if (config.database) return openPostgresStore({ url: config.database, now: Date.now, migrate: true });
  mkdirSync(config.data, { recursive: true });
  return openSqliteStore({ file: join(config.data, 'earshot.sqlite'), now: Date.now });
}

/** Of what changes who may come in: whoever sits at the server did it, and nobody knows who that is. */
async function noteDown({ deskRecords }: Store, command: string, login: string): Promise<void> {
  const deed = Object.hasOwn(DEEDS, command) ? DEEDS[command] : undefined;
  if (!deed) return;
  const line = { id: randomUUID(), at: Date.now(), agentId: '', login: 'npm run desk', handOff: null };
  await deskRecords.add({ ...line, deed, what: `${command}:${login}` });
}

const DEEDS: Readonly<Record<string, RecordedDeed>> = {
  add: 'added-agent',
  password: 'reset-password',
  disable: 'changed-agent',
  enable: 'changed-agent',
  'second-off': 'ended-second-factor',
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      days: { type: 'string' },
      ask: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [name = '', login = ''] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values.help || !command) {
    process.stdout.write(`${HELP}\n`);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const store = await openStore();
  try {
    const told = await command(store, login.toLowerCase(), values);
    await noteDown(store, name, login.toLowerCase());
    if (told !== '') process.stdout.write(`${told}\n`);
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
