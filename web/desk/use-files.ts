/** Pictures and documents that were chosen for the shopper, and go out with the next answer, each once. */

import { useState } from 'preact/hooks';
import { shrunk } from '../shared/shrink';
import type { Code } from './api';
import type { DetailNow } from './use-detail';

/** `click`: names its sending, so that the same sent again after a failure is the same. */
type Chosen = { readonly click: string; readonly file: File };

export type Files = {
  readonly chosen: readonly Chosen[];
  readonly refused: Code | null;
  choose(files: readonly File[]): void;
  drop(click: string): void;
  /** False: one did not go out; it is still chosen. */
  send(): Promise<boolean>;
};

export function useFiles(detail: DetailNow): Files {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [refused, setRefused] = useState<Code | null>(null);
  const drop = (click: string) => setChosen((before) => before.filter((one) => one.click !== click));
  return {
    chosen,
    refused,
    choose(files) {
      setRefused(null);
      setChosen((before) => [...before, ...files.map((file) => ({ click: crypto.randomUUID(), file }))]);
    },
    drop(click) {
      setRefused(null);
      drop(click);
    },
    async send() {
      for (const { click, file } of chosen) {
        const answered = await detail.act(`file?id=${click}`, await shrunk(file));
        if (!answered.ok) {
          setRefused(answered.code);
          return false;
        }
        drop(click);
      }
      return true;
    },
  };
}
