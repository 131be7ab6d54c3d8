/** Text whose secure addresses can be followed; everything else stays text. */

/** What ends a sentence after an address is not part of it. */
const LINK = /https:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}»”’]/g;

export function Linked({ text, newTab }: { readonly text: string; readonly newTab: string }) {
  const parts: preact.ComponentChild[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    if (!URL.canParse(found)) continue;
    parts.push(text.slice(done, index), <Link href={found} newTab={newTab} />);
    done = index + found.length;
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}

function Link({ href, newTab }: { readonly href: string; readonly newTab: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {href.replace('https://', '')}
      <span class="unseen"> ({newTab})</span>
    </a>
  );
}
