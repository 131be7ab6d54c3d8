/** `node serve.js FILE`: a Vendure on this machine over a copy of a filled shop in memory; says READY and its port. */

const { bootstrap } = require('@vendure/core');
const { configOf } = require('./config');

async function main([file, port = '0']) {
  const app = await bootstrap(configOf({ file, port: Number(port), fills: false }));
  const server = app.getHttpServer();
  console.log(`READY ${server.address().port}`);
  const stop = () => process.exit(0);
  process.on('SIGTERM', stop);
  // Whoever started it is gone, and nobody else knows of it.
  process.stdin.on('end', stop).resume();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
