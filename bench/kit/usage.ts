/** Loaded into a measured server before its own program: tells the parent how much processor time it has used. */

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
