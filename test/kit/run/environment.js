/** Node's environment of jest, in a worker that ends as soon as nothing is left to do. */

const { TestEnvironment } = require('jest-environment-node');

// Taking apart some hundred megabytes that nobody needs any more outlasts the half second jest grants on a busy machine;
// it then says that tests leak. One that has something open never comes here, and is told as before.
if (process.send) process.once('beforeExit', () => process.exit());

// A server drops a connection nobody used for five seconds. Where a test computes for so long in the server's own process, that
// is just as the next question goes out on it, and `fetch` fails: each has a connection of its own. Node names its own agent so.
const AGENT = Symbol.for('undici.globalDispatcher.1');
// Loads it.
void globalThis.Headers;
if (globalThis[AGENT]) globalThis[AGENT] = new globalThis[AGENT].constructor({ pipelining: 0 });

module.exports = TestEnvironment;
