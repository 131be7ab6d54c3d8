/** A letter in HTML that every mail program draws: no picture, nothing to fetch, legible in light and dark. */

import { inHtml } from '../../vocabulary/markup';

type Page = {
  readonly heading: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly link: string | null;
  /** BCP 47. */
  readonly lang: string;
};

const FONT = 'font:16px/1.5 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const BUTTON =
  'display:inline-block;padding:12px 16px;border-radius:8px;background:#1d4ed8;color:#ffffff;text-decoration:none;word-break:break-all';

export function htmlOf({ heading, text, labels, link, lang }: Page): string {
  const items = labels.map((label) => `<li>${lined(label)}</li>`).join('');
  const body = [
    `<p style="font-size:13px;opacity:.75">${lined(heading)}</p>`,
    ...text.split(/\n{2,}/).map((paragraph) => `<p>${lined(paragraph)}</p>`),
    items && `<ul>${items}</ul>`,
    link && /^https?:\/\//i.test(link) ? `<p><a href="${inHtml(link)}" style="${BUTTON}">${inHtml(link)}</a></p>` : '',
  ];
  return [
    `<!doctype html><html lang="${inHtml(lang)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>',
    `<body style="margin:0;padding:16px;${FONT}"><div style="max-width:600px">`,
    ...body.filter((part) => part),
    '</div></body></html>',
  ].join('\n');
}

function lined(text: string): string {
  return inHtml(text).replaceAll('\n', '<br>');
}
