/** How well and how fast are typed words heard? Intents, rejection, consent, whole conversations, cold start, throughput, size. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { consentsIn, firstWordsIn } from './kit/answers';
import { type Measured, measure } from './kit/hearing-quality';
import { speedOf } from './kit/hearing-speed';
import { hold, ownDialogues, panelDialogues } from './kit/held';
import { print, run } from './kit/print';
import { developmentSets, ownSentences } from './kit/utterances';

const AIMS = { best: 0.85, at10: 0.75, fallback: 0.12, coldMs: 15, perSecond: 10_000, bytes: 250_000 } as const;
const SHARED = join(__dirname, '..', '..', 'shared', 'nlu-dev');
const PANEL = join(__dirname, '..', '..', 'shared', 'panel');
/** The language the aims are for. */
const LANGUAGE = 'en';
const LANGUAGES = ['en', 'it'] as const;

async function main(): Promise<void> {
  if (existsSync(SHARED)) {
    const { inScope, outOfScope, builtIns } = developmentSets(SHARED, LANGUAGE);
    print(`On ${inScope.length} utterances of others, and ${outOfScope.length} of what no shop does:`);
    tell(measure(LANGUAGE, { inScope, outOfScope, builtIns }));
  }
  for (const language of LANGUAGES) {
    if (existsSync(PANEL)) tellPanel(language);
    await tellConversations(language);
  }
  print('\nOn our own sentences, each fifth heard by what the other four teach:');
  tell(ownSentences(LANGUAGE));
  const { model, all, perSecond, bytes } = await speedOf(LANGUAGE);
  print('\nSpeed, in processor time:');
  line('cold: model and first answer', `${model.toFixed(1)} ms`, `≤ ${AIMS.coldMs} ms`);
  line('cold: all of hearing and first answer', `${all.toFixed(1)} ms`);
  line('utterances', `${Math.round(perSecond)} /s`, `≥ ${AIMS.perSecond} /s`);
  line('model, gzipped', `${(bytes / 1000).toFixed(0)} kB`, `≤ ${AIMS.bytes / 1000} kB`);
}

function tellPanel(language: string): void {
  print(`\nWhat a panel of shoppers said, ${language}:`);
  const { falsely, of, heard, yeses } = consentsIn(PANEL, language);
  line('false consents', `${falsely} of ${of}`, '0');
  line('clear yeses heard', percent(heard / yeses), '≥ 92.0 %');
  const { right, wrong, rejected } = firstWordsIn(PANEL, language);
  line('first words right', percent(right), '≥ 90.0 %');
  line('wrong but accepted, rejected', [wrong, rejected].map(percent).join(', '), '≤ 3.0 % wrong');
}

/** Our own examples are held to be understood, so the panel's tell more. */
async function tellConversations(language: string): Promise<void> {
  print(`\nWhole conversations, held with the house, ${language}:`);
  const sources = { 'our examples': ownDialogues(language), ...panelOf(language) };
  for (const [name, dialogues] of Object.entries(sources)) {
    const { conversations, turns, fallbacks, lost } = await hold(dialogues, language);
    line(`Fallback, ${name}`, percent(fallbacks / turns), `≤ ${percent(AIMS.fallback)}`);
    line('  of turns, in conversations', `${turns}, ${conversations}`);
    line('  nothing understood at all', percent(lost / turns));
  }
}

function panelOf(language: string) {
  return existsSync(PANEL) ? { "the panel's": panelDialogues(PANEL, language) } : {};
}

function tell({ best, at10, auroc, builtIns, perIntent, accepted }: Measured): void {
  line('best intent without rejection', percent(best), `≥ ${percent(AIMS.best)}`);
  line('right with 10 % of out-of-scope accepted', percent(at10), `≥ ${percent(AIMS.at10)}`);
  line('area under the ROC', auroc.toFixed(3));
  line('acted on: in scope, right, out of scope', accepted.map(percent).join(', '));
  if (builtIns !== null) line('built-ins', percent(builtIns));
  for (const { intent, right, of } of perIntent) line(`  ${intent}`, `${percent(right / of)} of ${of}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function line(what: string, value: string, aim = ''): void {
  print(`  ${what.padEnd(42)} ${value.padStart(10)}${aim === '' ? '' : `   aim ${aim}`}`);
}

run(main);
