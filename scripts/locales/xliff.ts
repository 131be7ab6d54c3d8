/** Texts as XLIFF 2, which most tools of translators open. A variable is a placeholder, with its own sign as its data. */

import { inXml } from '../../lambda/vocabulary/markup';
import { markOf } from './exchanged';
import { type LocaleText, nameOf, TEXT_FILES } from './texts';
import { NAMESPACE, WAS } from './xliff-names';

export { encodingOfXml, fromXliff } from './xliff-read';

const VARIABLE = /(\{\{[^}]*\}\})/;
/** Signs that XML has no way to write. */
const CONTROL = /((?![\t\n\r])\p{Cc})/u;

export function toXliff(texts: readonly LocaleText[], source: string, target: string): string {
  const files = TEXT_FILES.flatMap((file) => {
    const own = texts.filter((one) => one.file === file);
    if (own.length === 0) return [];
    return [`  <file id="${file}">`, ...own.flatMap(unitOf), '  </file>'];
  });
  const head = `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${source}" trgLang="${target}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...files, '</xliff>', ''].join('\n');
}

/** A variable where it stands: `id` is its own, `data` that of its sign. */
type Placed = { readonly sign: string; readonly id: number; readonly data: number };

function unitOf(one: LocaleText, at: number): readonly string[] {
  const { source, text, line } = one;
  const signs = [...new Set([...signsIn(source), ...signsIn(text ?? '')])];
  const data = signs.map((sign, id) => `<data id="d${id + 1}">${inXml(sign)}</data>`);
  const asked = signsIn(source).map((sign, id): Placed => ({ sign, id: id + 1, data: signs.indexOf(sign) + 1 }));
  return [
    `    <unit id="u${at + 1}" name="${inXml(nameOf(one))}">`,
    `      <notes><note>line ${line}</note><note category="${WAS}">${markOf(text)}</note></notes>`,
    ...(data.length > 0 ? [`      <originalData>${data.join('')}</originalData>`] : []),
    `      <segment state="${text === null ? 'initial' : 'translated'}">`,
    `        <source xml:space="preserve">${written(source, asked)}</source>`,
    ...(text === null
      ? []
      : [`        <target xml:space="preserve">${written(text, answering(text, { asked, signs }))}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

function signsIn(text: string): readonly string[] {
  return text.match(new RegExp(VARIABLE, 'g')) ?? [];
}

/** The placeholders of a translation: those of the source again, each once, and others behind them. */
function answering(
  text: string,
  { asked, signs }: { readonly asked: readonly Placed[]; readonly signs: readonly string[] },
): readonly Placed[] {
  const free = [...asked];
  let last = asked.length;
  return signsIn(text).map((sign) => {
    const at = free.findIndex((one) => one.sign === sign);
    const [known] = at < 0 ? [] : free.splice(at, 1);
    if (known) return known;
    last += 1;
    return { sign, id: last, data: signs.indexOf(sign) + 1 };
  });
}

/** `placed`: its variables, in their order. */
function written(text: string, placed: readonly Placed[]): string {
  let next = 0;
  return text
    .split(VARIABLE)
    .map((piece) => {
      const { id, data } = VARIABLE.test(piece) ? (placed[next++] ?? {}) : {};
      return id === undefined ? plain(piece) : `<ph id="${id}" dataRef="d${data}" disp="${inXml(piece)}"/>`;
    })
    .join('');
}

function plain(text: string): string {
  return text
    .split(CONTROL)
    .map((piece) => (CONTROL.test(piece) ? `<cp hex="${hexOf(piece)}"/>` : inXml(piece).replaceAll('\r', '&#13;')))
    .join('');
}

function hexOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
