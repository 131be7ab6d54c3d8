/** Loaded into a measured server before its own program: tells the parent what processor time and memory it uses. */

process.on('message', (question) => {
  if (question === 'memory?') {
    // There with --expose-gc; twice, as what the first finds dead may hold more.
    globalThis.gc?.();
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send?.({ rss, heap: heapUsed, external });
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
