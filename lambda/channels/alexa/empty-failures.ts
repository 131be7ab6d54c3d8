/** Makes a response lose its body when its status says that something failed: no text of ours or the SDK's leaves. */

import type { ServerResponse } from 'node:http';

export type Dropped = { readonly status: number; readonly text: string };

const ABOUT_THE_BODY = ['Content-Type', 'Content-Encoding', 'Transfer-Encoding', 'ETag', 'Content-Security-Policy'];

/** Statuses below 400 leave as they are. `onDropped` gets what was written instead. */
export function emptyFailures(res: ServerResponse, onDropped: (dropped: Dropped) => void = () => {}): void {
  const { writeHead, write, end } = res;
  const failed = () => res.statusCode >= 400;
  const drop = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      onDropped({ status: res.statusCode, text: chunk.toString() });
    }
  };

  res.writeHead = replacing(writeHead, ([status, ...rest]) => {
    if (Number(status) < 400) return Reflect.apply(writeHead, res, [status, ...rest]);
    for (const name of ABOUT_THE_BODY) res.removeHeader(name);
    res.setHeader('Content-Length', 0);
    return Reflect.apply(writeHead, res, [status]);
  });
  res.write = replacing(write, ([chunk, ...rest]) => {
    if (!failed()) return Reflect.apply(write, res, [chunk, ...rest]);
    drop(chunk);
    for (const written of rest) if (typeof written === 'function') process.nextTick(written);
    return true;
  });
  res.end = replacing(end, (args) => {
    if (!failed()) return Reflect.apply(end, res, args);
    drop(args[0]);
    return Reflect.apply(
      end,
      res,
      args.filter((arg) => typeof arg === 'function'),
    );
  });
}

/** Node's overloads of these three cannot be written as one function; the arguments pass through as they came. */
function replacing<F>(_original: F, replacement: (args: readonly unknown[]) => unknown): F {
  return ((...args: readonly unknown[]) => replacement(args)) as F;
}
