/** `npm run serve`, and what Docker and systemd start: runs the server that was built. Nothing is compiled or installed here. */

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { refuseOldNode } = require('./node-version');
const { withDotEnv } = require('./dot-env');

const SERVER = join(__dirname, '..', 'dist', 'server', 'server.js');

function refuse(why) {
  console.error(why);
  process.exit(1);
}

refuseOldNode();
if (!existsSync(SERVER)) refuse('The server is not built yet: npm run build:server');
try {
  Object.assign(process.env, withDotEnv(process.env));
} catch (error) {
  refuse(error.message);
}
// In this very process, so that a signal meant for it is not lost on its way.
process.setSourceMapsEnabled(true);
require(SERVER).run();
