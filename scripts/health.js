/** The container's health check: ends well when the server beside it answers. */

const port = process.env.PORT ?? '3000';
fetch(`http://127.0.0.1:${port}/healthz`).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
