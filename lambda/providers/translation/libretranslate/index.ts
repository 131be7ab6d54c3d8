/** A translation service that speaks LibreTranslate's API: `POST /translate`, several texts at a time. */

import * as z from 'zod/mini';
import type { Translator } from '../../../services/hand-off/translation';
import type { TranslationSettings } from './settings';

export type TranslationHouse = {
  readonly fetch: typeof fetch;
  readonly log: { warn(what: object, message: string): void };
};

/** A model that was not used for a while has to be loaded. */
const WITHIN_MS = 10_000;
const answered = z.object({ translatedText: z.array(z.string()) });

export function openTranslator({ base, key }: TranslationSettings, { fetch: get, log }: TranslationHouse): Translator {
  return {
    async translate(texts, to) {
      if (texts.length === 0) return [];
      const wish = { q: texts, source: 'auto', target: to, format: 'text', ...(key ? { api_key: key } : {}) };
      try {
        const response = await get(`${base}/translate`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(wish),
          signal: AbortSignal.timeout(WITHIN_MS),
        });
        if (!response.ok) throw new Error(`the translation service answers ${response.status}`);
        const { translatedText } = answered.parse(await response.json());
        if (translatedText.length !== texts.length) throw new Error('the translation service left something out');
        return translatedText;
      } catch (error) {
        // Of what was to be translated nothing is logged.
        log.warn({ why: error instanceof Error ? error.message : 'unknown' }, 'words were not translated');
        return null;
      }
    },
  };
}
