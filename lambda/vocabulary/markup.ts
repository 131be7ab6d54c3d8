/** Text as it stands between tags and in attributes. */

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For mail and pages: programs that read old HTML know no `&apos;`. */
export function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '&#39;');
}

/** For SSML. */
export function inXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '&apos;');
}

/** Between the marks of whatever language: what somebody else said. */
export const QUOTED = /[“„«»][^“”„«»]*[“”«»]/g;
