/** Checks the lists that tell of danger, hide what is personal and read mails: every list there, readable, and filled where the language is complete. */

import { folded } from '../../lambda/language/hearing/folded';
import { isTree } from '../../lambda/language/locales/locales';
import { checkTemplates } from './check-templates';
import { checkTree } from './check-tree';
import { unreadIn } from './check-unread';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { leavesIn } from './texts';

const FILES = ['emergencies.json', 'digits.json', 'numbers.json', 'mail.json'] as const;

export function checkLists(folder: Folder): readonly Finding[] {
  return FILES.flatMap((file) =>
    folder.file(file) ? checkFile(folder, file) : [folder.finding('language.json', [], `${file} is missing`)],
  );
}

function checkFile(folder: Folder, file: string): readonly Finding[] {
  const { shape, empty } = checkTree(folder, file);
  return [
    ...shape,
    ...(shape.length > 0 ? [] : unreadIn(folder, file)),
    ...(folder.isDraft ? [] : empty),
    ...(file === 'emergencies.json' ? checkTemplates(folder).filter((one) => one.file.endsWith(file)) : []),
    ...(file === 'digits.json' ? [...checkDigits(folder), ...checkWriting(folder, file, folded)] : []),
    ...(file === 'numbers.json' ? checkWriting(folder, file, (text) => text.toLocaleLowerCase(folder.language)) : []),
  ];
}

/** A digit word that stands for no digits would hide nothing. */
function checkDigits(folder: Folder): readonly Finding[] {
  const value = folder.file('digits.json')?.value;
  const words = isTree(value) && isTree(value.words) ? value.words : {};
  const wrong = Object.entries(words).filter(([, digits]) => !/^\d{1,2}$/.test(String(digits)));
  return wrong.map(([word]) =>
    folder.finding('digits.json', ['words', word], `"${word}" must stand for digits, like "4"`),
  );
}

/** What is written otherwise than it is compared is never found. */
function checkWriting(folder: Folder, file: string, written: (text: string) => string): readonly Finding[] {
  const value = folder.file(file)?.value;
  const names = ['words', 'repeats'];
  const texts = [
    ...leavesIn(value).filter(({ path }) => !names.includes(String(path[0]))),
    ...names.flatMap((name) =>
      isTree(value) && isTree(value[name])
        ? Object.keys(value[name]).map((text) => ({ path: [name, text], text }))
        : [],
    ),
  ];
  return texts
    .filter(({ text }) => written(text) !== text)
    .map(({ path, text }) => folder.finding(file, path, `"${text}" must be written "${written(text)}"`));
}
