/** Makes other people's text fit to be read aloud: signs that no voice reads well become words or go. */

import { legal } from './ssml';

const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F|\u20E3/gu;
const SIGNS = /[|\\/_*#~^<>{}[\]()="“”«»„`$×•·@+\p{So}\p{Sk}\p{Co}\p{Cf}]/gu;
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu;

/**
 * Text of a shop or a person as it should be heard. `and` is the language's word for "&". Shouted words are calmed,
 * since some voices spell them; no other word is changed, and none is added.
 */
export function forEar(text: string, and: string): string {
  return legal(text)
    .normalize('NFC')
    .replace(/\s*&\s*/g, ` ${and} `)
    .replace(PICTURES, ' ')
    .replace(SIGNS, ' ')
    .replace(SHOUTED, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/\s+/g, ' ')
    .trim();
}
