/** Keeps a picture of a page for the docs: in few colours, as everybody who clones the project downloads it. */

import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export async function keepPicture(page: Page, path: string): Promise<void> {
  const seen = await page.screenshot();
  writeFileSync(path, await sharp(seen).png({ palette: true, quality: 90, effort: 10 }).toBuffer());
}

/** What Ana photographs. */
const BAG = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
  <rect width="640" height="480" fill="#d9c7a8"/>
  <path d="M210 90 h220 l24 330 h-268 z" fill="#6b4a32"/>
  <path d="M210 90 h220 l4 46 h-228 z" fill="#8a6446"/>
  <rect x="240" y="190" width="160" height="110" rx="8" fill="#efe4cf"/>
  <path d="M420 300 l-52 38 40 16 -60 44 44 22 40 -6 -8 -114 z" fill="#2b1a10"/>
  <g fill="#3a2415"><circle cx="470" cy="430" r="12"/><circle cx="500" cy="445" r="10"/><circle cx="440" cy="448" r="11"/>
  <circle cx="530" cy="428" r="9"/><circle cx="410" cy="440" r="9"/></g>
</svg>`;

export function tornBag(): Promise<Buffer> {
  return sharp(Buffer.from(BAG)).jpeg().toBuffer();
}
