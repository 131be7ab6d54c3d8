/** The rules of responses and of speech, and which of them this answer breaks. */

import type { RuleFinding, Told } from '../../lambda/console/protocol';
import { Icon } from '../shared/icon';

const RULES: readonly { readonly rule: string; readonly what: string }[] = [
  { rule: 'R1', what: 'The microphone is open for exactly one question, with a reprompt' },
  { rule: 'R2', what: 'Sound SSML, within Alexa’s sizes' },
  { rule: 'R3', what: 'Nothing is said into a session that is over' },
  { rule: 'R4', what: 'No variable, key or id is left in the words' },
  { rule: 'R5', what: 'An open microphone is never without a word' },
  { rule: 'S1', what: 'A sentence fits into one breath: 16 words' },
  { rule: 'S2', what: 'At most 10 seconds, 20 for a purchase' },
  { rule: 'S4', what: 'At most three things to choose from' },
  { rule: 'S6', what: 'Few things in a list' },
  { rule: 'S7', what: 'A question stands at the end, and only one' },
  { rule: 'S8', what: 'The reprompt says it differently' },
  { rule: 'S15', what: 'No link, address or long number aloud' },
  { rule: 'S18', what: 'No sign, picture or abbreviation aloud' },
];

export function Rules({ told }: { readonly told: Told }) {
  if (!told.answer) return <p class="behind__empty">Nothing was answered, so no rule was asked.</p>;
  const broken = new Set(told.rules.map(({ rule }) => rule));
  return (
    <section class="block">
      <h3>
        {told.rules.length === 0 ? `All ${RULES.length} rules hold` : `${broken.size} of ${RULES.length} rules object`}
      </h3>
      <ul class="rules">
        {RULES.map(({ rule, what }) => (
          <Rule key={rule} rule={rule} what={what} findings={told.rules.filter((one) => one.rule === rule)} />
        ))}
      </ul>
    </section>
  );
}

type RuleProps = { readonly rule: string; readonly what: string; readonly findings: readonly RuleFinding[] };

function Rule({ rule, what, findings }: RuleProps) {
  const level = findings.some((one) => one.level === 'error') ? 'bad' : findings.length > 0 ? 'warn' : 'good';
  const words = { good: 'holds', warn: 'to mind', bad: 'broken' }[level];
  return (
    <li class={`rule rule--${level}`}>
      <span class="rule__sign" aria-hidden="true">
        {level === 'good' ? '✓' : <Icon name="warning" size="1em" />}
      </span>
      <code>{rule}</code>
      <div>
        <p>{what}</p>
        {findings.map(({ message }) => (
          <p class="rule__finding" key={message}>
            {message}
          </p>
        ))}
      </div>
      <span class={`chip chip--${level}`}>{words}</span>
    </li>
  );
}
