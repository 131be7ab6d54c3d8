/** Reads .env: the settings of whoever runs Earshot here. What the environment itself says comes first. */

const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseEnv } = require('node:util');

const ROOT = join(__dirname, '..');

/** The environment with what `.env` adds to it. Throws one sentence where the file cannot be read. */
function withDotEnv(env, file = join(ROOT, '.env')) {
  if (!existsSync(file)) return env;
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read; it must be a file of NAME=value lines that this user may read.`);
  }
  return { ...parseEnv(text), ...env };
}

module.exports = { withDotEnv };
