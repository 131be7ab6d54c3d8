/** What is wrong with a setting, in our words whatever was checked: the name, what is wrong, and what would be right. */

import type * as z from 'zod/mini';
import { forgiven, slips } from '../language/hearing/likeness';

/** What is wrong with the configuration, in words for the one who can mend it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** One line each: the place in what was read, then the words. */
export function problemsOf({ issues }: z.core.$ZodError): readonly string[] {
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
}

type Raw = z.core.$ZodRawIssue;

/** For what has no words of its own: give it to every `parse`, or nobody tells whoever sets up a shop what is wrong. */
export function issueWords(issue: Raw): string {
  return wordsOf(issue, '; compare it with .env.example or shop/shop.json');
}

/** The same where it was sent, not set up. */
export function sentIssueWords(issue: Raw): string {
  return wordsOf(issue, '');
}

/** `advice`: where to look for what is right. */
function wordsOf(issue: Raw, advice: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing; write ${kindOf(issue.expected)}`
        : `write ${kindOf(issue.expected)}`;
    case 'too_small':
      return sizeOf(issue, `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`);
    case 'too_big':
      return sizeOf(issue, `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`);
    case 'invalid_format':
      return FORMATS[issue.format] ?? `is not written as it has to be${advice}`;
    case 'invalid_value':
      return `write ${anyOf(issue.values.map(String))}`;
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue)).join('; ');
    case 'not_multiple_of':
      return `write a multiple of ${issue.divisor}`;
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
    case 'custom':
      return `is not right${advice}`;
    default:
      return issue satisfies never;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, like [ … ]',
  object: 'an object, like { … }',
  record: 'an object, like { … }',
};

function kindOf(expected: string): string {
  return KINDS[expected] ?? 'something else';
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'write an e-mail address, like care@shop.example',
  url: 'write an address, like https://shop.example',
};

function sizeOf({ origin }: { readonly origin: string }, size: string): string {
  if (origin === 'string') return size === 'at least 1' ? 'must not be empty' : `write ${size} letters or signs`;
  return origin === 'array' ? `list ${size}` : `write ${size}`;
}

function unknownKey(key: string, { inst }: Raw): string {
  const shape = inst && 'def' in inst ? (inst as z.ZodMiniObject).shape : {};
  return `there is no setting "${key}"${meant(key, Object.keys(shape))}`;
}

/** `; is it "quantity"?` where one of the right ones is nearly the same; nothing otherwise. */
export function meant(wrong: string, right: readonly string[]): string {
  const near = right.find((one) => slips(wrong.toLowerCase(), one.toLowerCase(), forgiven(one)) <= forgiven(one));
  return near ? `; is it "${near}"?` : '';
}

/** "embedded, chatwoot or mail" */
export function anyOf(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
  EEXIST: 'a file stands where a folder should be',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be read or written. */
export function fileTrouble(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return REFUSALS[code] ?? 'the system refuses it';
}
