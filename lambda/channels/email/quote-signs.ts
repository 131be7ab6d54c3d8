/** The signs by which mail programs set off what is not new: quotations, separators and signatures, in many languages. */

/** Longer lines are words: no sign is, and no pattern shall run over a megabyte. */
const LONGEST = 1_000;

/** `line` belongs to what an older mail said. */
export function isQuoted(line: string): boolean {
  return line.trimStart().startsWith('>');
}

/** The delimiter of signatures (RFC 3676, 4.3), also where its space was lost. */
export function isSignature(line: string): boolean {
  return line === '--';
}

const RULE = /^\s*[-_=*]{5,}\s*$/;
/** "-----Original Message-----", "-------- Messaggio originale --------". */
const SEPARATOR = /^\s*-{4,} ?\p{L}[\p{L}'’. ]{3,40} ?-{4,}\s*$/u;

export function isRule(line: string): boolean {
  return line.length < LONGEST && RULE.test(line);
}

export function isSeparator(line: string): boolean {
  return line.length < LONGEST && SEPARATOR.test(line);
}

const FROM = /^\*?(from|da|von|de|van|od|från|fra)\s?:\*?\s.+/i;
const OTHER_HEADER =
  /^\*?(sent|date|to|cc|subject|inviato|data|a|oggetto|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el)?|fecha|para|asunto|assunto|enviada(?: em)?|verzonden|aan|onderwerp|wysłano|do|temat|odesláno|komu|předmět|trimis|către|subiect)\s?:\*?(\s|$)/i;

/** The head of an older mail as Outlook puts it in: its sender, then at least two more of its headers. */
export function isOldHead(lines: readonly string[], at: number): boolean {
  if (!matches(FROM, lines[at])) return false;
  const next = lines.slice(at + 1, at + 6).filter((line) => line !== '');
  return next.slice(0, 4).filter((line) => matches(OTHER_HEADER, line)).length >= 2;
}

const LABEL = /^\*?\p{L}[\p{L} .]{0,19}:\*?\s/u;

/** The same in a language not listed: a line that names us as the sender, as no person would write it. */
export function isHeadOfOurs(line: string, address: string): boolean {
  const named = line.toLowerCase();
  const isNamed = ['<', 'mailto:'].some((sign) => named.includes(`${sign}${address.toLowerCase()}`));
  return isNamed && matches(LABEL, line);
}

const SOMEBODY_WROTE =
  /(?:^|\s)(wrote|ha scritto|scrisse|schrieb|a écrit|escribió|escreveu|schreef|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|a scris)(?:\s.*)?:$/i;
const TIME = /\d{1,2}[:.h]\d\d/;
const ADDRESS = /[^\s@]@[^\s@]/;
/** Programs wrap the sentence over as many lines. */
const MOST_LINES = 3;

/**
 * Where "On … somebody wrote:" begins that ends at this line; null where none does. In a language not listed it is known
 * by an address, a time and the quotation that follows.
 */
export function attributionTo(lines: readonly string[], end: number, isBeforeQuote: boolean): number | null {
  if (!lines[end]?.endsWith(':')) return null;
  for (let start = end; start > end - MOST_LINES && start >= 0; start -= 1) {
    if (lines[start] === '' || isQuoted(lines[start] ?? '')) return null;
    const sentence = lines.slice(start, end + 1).join(' ');
    if (sentence.length >= LONGEST) return null;
    const [hasTime, hasAddress] = [TIME.test(sentence), ADDRESS.test(sentence)];
    const isKnown = SOMEBODY_WROTE.test(sentence) && /\d/.test(sentence) && (hasTime || hasAddress);
    if (isKnown || (isBeforeQuote && hasTime && hasAddress)) return start;
  }
  return null;
}

const SENT =
  /^(sent (?:from|with|via)|get outlook|inviato (?:da|con)|(?:scarica|ottieni) outlook|von mein|gesendet (?:von|mit)|envoyé (?:de|à partir)|téléchargez? outlook|enviado (?:desde|do|a partir|con)|obten(?:er|ha) outlook|obter o outlook|verzonden (?:vanaf|met)|wysłan|odesl|odeslá|trimis)/i;
const PROGRAM =
  /\b(iphone|ipad|android|outlook|yahoo|samsung|galaxy|huawei|xiaomi|blackberry|proton|gmail|gmx|web\.de|smartphone|(?:mail|posta|courrier|correo) (?:for|per|für|pour|para) windows)\b/i;

/** What phones and programs add below: "Sent from my iPhone". */
export function isSentFrom(line: string): boolean {
  return line.length < 80 && matches(SENT, line) && PROGRAM.test(line);
}

function matches(pattern: RegExp, line: string | undefined): boolean {
  return line !== undefined && line.length < LONGEST && pattern.test(line);
}
