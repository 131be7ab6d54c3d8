/** "Too expensive", "das Hundefutter ist zu teuer": a remark on the price of what is being bought. */

import { changeOf, goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import { withoutCourtesy } from './courtesies';
import type { Found, Understanding } from './heard';
import { cut, type Sense, type Sentence } from './slots';
import { readPhrase } from './words';

/** undefined: nothing is being bought, or something else is said. */
export function tooDearIn(sentence: Sentence, asked: Understanding): Found | undefined {
  const { sense, expects } = asked;
  if (!expects?.includes('yesno') || !askedAbout(asked).isBuying) return undefined;
  const bare = behindNo(withoutCourtesy(sentence, sense.lexicon).bare, sense);
  const at = dearAt(bare, sense);
  if (at === undefined) return undefined;
  const detail = { said: bare.said.slice(at).join(' '), ids: ['dear'] };
  // Alone it is a no, and says why.
  if (at === 0) return { ...changeOf(sentence, { detail }), intent: 'No' };
  const product = goodsOf(cut(bare, 0, at), sense);
  return product && isNamed(product, sense) ? changeOf(sentence, { detail, product }) : undefined;
}

/** Where the remark begins that the sentence ends with. */
function dearAt({ said }: Sentence, { lexicon }: Sense): number | undefined {
  const details = lexicon.values.get('Detail');
  const at = said.findIndex((_, from) => {
    const read = details && readPhrase(details, said, from);
    return read?.value === 'dear' && from + read.length === said.length;
  });
  return at < 0 ? undefined : at;
}

/** "No, too expensive" says why. */
function behindNo(sentence: Sentence, { lexicon }: Sense): Sentence {
  const lead = readPhrase(lexicon.leads(), sentence.said, 0);
  const isNo = lead?.value === 'negation' && lead.length < sentence.said.length;
  return isNo ? cut(sentence, lead.length, sentence.said.length) : sentence;
}
