/** Pages of the console without a script: what a browser without the key reads, and the way back from linking. */

import { createHash } from 'node:crypto';
import type { Response } from 'express';

const STYLE = `
  :root { color-scheme: light dark; font: 1.0625rem/1.55 system-ui, sans-serif; }
  body { margin: 0; background: #fff; color: #1b2320; }
  a { color: #0b6b53; }
  @media (prefers-color-scheme: dark) {
    body { background: #121815; color: #e6ece9; }
    a { color: #7fd6b4; }
  }
  main { max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
  h1 { font-size: 1.375rem; line-height: 1.3; }
  code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
`;

const STRANGER = `<h1>This is a developer’s console, and it does not know this browser yet.</h1>
<p>The link that lets you in stands in the terminal where <code>npm start</code> runs, in the line that begins with
“Open”. It ends in <code>/console?key=…</code>. Open it once in this browser; after that this address is enough, also
when the server starts again.</p>
<p>Has the line scrolled away? Stop the server with Ctrl-C and run <code>npm start</code> again: it prints the same link.</p>
<p>Have you just opened the link? Then <a href="/">go on to the console</a>.</p>`;

/** Its style is allowed by its hash; nothing else may load. */
const HASH = createHash('sha256').update(STYLE).digest('base64');

const POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Plain = { /** Beside the title. */ readonly head?: string; readonly body: string };

export function plainPage(res: Response, status: number, { head = '', body }: Plain): void {
  res.setHeader('Content-Security-Policy', POLICY);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cache-Control', 'no-store');
  res
    .status(status)
    .type('html')
    .send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Earshot</title>
${head}
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`);
}

export function greetStranger(res: Response): void {
  plainPage(res, 401, { body: STRANGER });
}
