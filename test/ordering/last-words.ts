/** What people answer to "Shall I …?", put together by chance: clear yeses, and all that a human reader would not call one. */

import fc from 'fast-check';

/** `agrees`: whether who reads it would call it a yes to what was asked. */
export type LastWords = { readonly line: string; readonly agrees: boolean };

type Words = {
  readonly yes: readonly string[];
  /** Beside a yes these change nothing. */
  readonly courtesies: readonly string[];
  /** Turn the yes that follows. */
  readonly before: readonly string[];
  /** Turn the yes before them. */
  readonly behind: readonly string[];
  /** No yes at all: doubt, irony, questions, other people's yeses. */
  readonly alone: readonly string[];
  /** Change what is asked about, or name something else. */
  readonly corrections: readonly string[];
};

const ENGLISH: Words = {
  yes: ['yes', 'yeah', 'sure', 'okay', 'go ahead', 'of course', 'yep', 'absolutely', 'please do'],
  courtesies: ['', '', ' please', ', thanks', ' Alexa'],
  before: [
    ...['not ', "don't say ", 'wait, ', 'hmm, ', 'perhaps ', 'if it rains, ', 'hold on, ', "I'm not sure, ", 'unless '],
    ...['never ', 'should I say ', 'did I say ', 'my sister says ', 'I would not say ', 'nobody said ', 'no, not '],
  ],
  behind: [
    ...[
      '?',
      ', wait',
      ', but not today',
      ' if it is cheaper',
      ' unless it rains',
      ', or perhaps not',
      ' says my sister',
    ],
    ...[
      ', just kidding',
      ' in your dreams',
      ', once I am paid',
      ', to the dentist',
      ' was what he said',
      ', I doubt it',
    ],
    ...[', no', ', hang on a second', ', on the condition that it is green', ', but ask my wife first'],
  ],
  alone: [
    ...[
      'I might',
      'let me think about it',
      'as if',
      'is it expensive?',
      'what would you do?',
      'my brother said so too',
    ],
    ...['who said that', 'are you sure?', 'I never said so', 'why would I', 'ask me tomorrow', 'the blue bicycle'],
    ...[
      'do you take cash?',
      'it was the name of a band',
      'I was talking to the cat',
      'not on your life',
      'we will see',
    ],
    ...["don't you dare", 'I take it back', 'how kind of you', 'is anybody there', 'stop it', 'I would rather not'],
  ],
  corrections: [
    ...[
      'no, the other one',
      'no, make it two',
      'actually tea',
      'just one',
      'no, three',
      'double it',
      'not coffee, tea',
    ],
    ...['to my office', 'one more', 'take it off', 'the cheaper one', 'no, not that', 'add dog food', 'cancel it'],
  ],
};

const ITALIAN: Words = {
  yes: ['sì', 'certo', 'va bene', 'ok', 'procedi', 'confermo', 'volentieri', "d'accordo", 'assolutamente sì'],
  courtesies: ['', '', ' grazie', ', per favore', ' Alexa'],
  before: [
    ...['non ', 'non dire ', 'aspetta, ', 'mah, ', 'forse ', 'se piove, ', 'un momento, ', 'non so, ', 'mica '],
    ...['devo dire ', 'mia sorella dice ', 'non direi ', 'nessuno ha detto ', 'a meno che '],
  ],
  behind: [
    ...[
      '?',
      ', aspetta',
      ', ma non oggi',
      ' se costa meno',
      ' a meno che non piova',
      ', o forse no',
      ' dice mia sorella',
    ],
    ...[', scherzavo', ' nei tuoi sogni', ', quando mi pagano', ', dal dentista', ' ha detto lui', ', ne dubito'],
    ...[', no', ', fermo un attimo', ', a patto che sia verde', ', ma prima chiedi a mia moglie'],
  ],
  alone: [
    ...[
      'potrei',
      'ci devo riflettere',
      'figurati',
      'costa tanto?',
      'tu cosa faresti?',
      'lo ha detto anche mio fratello',
    ],
    ...['chi lo ha detto', 'sei sicura?', 'non lo ho mai detto', 'e perché dovrei', 'chiedimelo domani'],
    ...[
      'la bicicletta blu',
      'accettate contanti?',
      'parlavo col gatto',
      'neanche per sogno',
      'vedremo',
      'non ci provare',
    ],
    ...['ritiro tutto', 'che gentile', "c'è qualcuno", 'smettila', 'preferirei di no', 'era il nome di un gruppo'],
  ],
  corrections: [
    ...["no, l'altro", 'no, fanne due', 'anzi il tè', 'solo uno', 'no, tre', 'raddoppialo', 'non il caffè, il tè'],
    ...['in ufficio', 'uno in più', 'toglilo', 'quello che costa meno', 'no, non quello', 'aggiungi le crocchette'],
    'annullalo',
  ],
};

export function lastWords(locale: string): fc.Arbitrary<LastWords> {
  const { yes, courtesies, before, behind, alone, corrections } = locale.startsWith('it') ? ITALIAN : ENGLISH;
  const said = (agrees: boolean) => (line: string) => ({ line, agrees });
  const joined = (...parts: readonly (readonly string[])[]) =>
    fc.tuple(...parts.map((some) => fc.constantFrom(...some))).map((all) => all.join(''));
  return fc.oneof(
    { weight: 3, arbitrary: joined(yes, courtesies).map(said(true)) },
    { weight: 3, arbitrary: joined(before, yes).map(said(false)) },
    { weight: 3, arbitrary: joined(yes, behind).map(said(false)) },
    { weight: 2, arbitrary: fc.constantFrom(...alone).map(said(false)) },
    { weight: 2, arbitrary: fc.constantFrom(...corrections).map(said(false)) },
  );
}
