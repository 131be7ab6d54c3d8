/** Whether what comes and goes is as VTEX itself describes it, where EARSHOT_SPECS holds its description. */

import { vendorSpec } from '../../contracts/vendor-specs';
import type { Answer, Asked } from './wire';

export type Judge = {
  /** There is a description to judge by. */
  readonly isThere: boolean;
  /** What was not as described since it was last asked, in words, the oldest first. */
  take(): readonly string[];
  look(asked: Pick<Asked, 'method' | 'path' | 'query' | 'body' | 'headers'>, answer: Answer): void;
};

type Otherwise = { readonly path: RegExp; readonly at: RegExp; readonly only?: 'null' };

const SIMULATION = /orderForms\/simulation$/;
const ANY_ORDER = /oms\/\w+\/orders\/[\w-]+$/;

/** Where VTEX answers otherwise than it says, as recorded answers of shops show. */
const OTHERWISE: readonly Otherwise[] = [
  // What is out of stock has no price, and where nothing can be sold there are no benefits.
  {
    path: SIMULATION,
    at: /^\/items\/\d+\/(price|listPrice|sellingPrice|priceDefinition|priceValidUntil) /,
    only: 'null',
  },
  { path: SIMULATION, at: /^\/ratesAndBenefitsData /, only: 'null' },
  { path: SIMULATION, at: /\/slas\/\d+\/(availableDeliveryWindows|deliveryWindow) must be object/ },
  // Kept cards are told with what they are called; of whom nobody knows there is nothing.
  { path: /\/(profiles|orderForm(\/.+)?)$/, at: /^(\/paymentData)?\/availableAccounts\/\d+ must be string/ },
  { path: /\/profiles$/, at: /^\/(userProfileId|profileProvider|userProfile) /, only: 'null' },
  // What is wrong with a cart has a code, a text and how bad it is.
  { path: /\/orderForm\/.+$/, at: /^\/messages\/\d+ must be string/ },
  // A window of delivery is one with a beginning and an end; before the payment nothing is promised.
  { path: ANY_ORDER, at: /\/logisticsInfo\/\d+\/deliveryWindow must be string/ },
  { path: ANY_ORDER, at: /\/logisticsInfo\/\d+\/(shippingEstimateDate|pickupPointId) /, only: 'null' },
  // Names of what the described account alone says of its goods.
  {
    path: /\/products\//,
    at: /^\/\d+ must have required property '(Percentuals?|Total|Teste d[ea] Api2?|Ale|Alcool)'/,
  },
  // A shopper's order is described by one example that has everything, and its parcels as texts.
  { path: /oms\/user\/orders\/[\w-]+$/, at: / must be /, only: 'null' },
  { path: /oms\/user\/orders\/[\w-]+$/, at: /^\/customData must be string,null/ },
  { path: /oms\/user\/orders\/[\w-]+$/, at: /^\/packageAttachment\/packages\/\d+ must be string/ },
];

/** What may be asked though it is described elsewhere: a search in one sales channel, and documents by a field. */
const ASKED: readonly Otherwise[] = [
  { path: /\/products\/search$/, at: /"additionalProperty":"sc"/ },
  { path: /\/dataentities\/\w+\/search$/, at: /"additionalProperty":"(email|userId)"/ },
];

function isKnown(problem: string, path: string, body: unknown): boolean {
  const isNull = () => valueAt(problem.split(' ')[0] ?? '', body) === null;
  return OTHERWISE.some((one) => one.path.test(path) && one.at.test(problem) && (one.only !== 'null' || isNull()));
}

function valueAt(pointer: string, body: unknown): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), body);
}

/** Paths it describes elsewhere than in what is at hand, or nowhere: they are held to the shapes they are read by. */
export function createJudge(): Judge {
  const spec = vendorSpec('vtex');
  const problems: string[] = [];
  return {
    isThere: spec !== null,
    take: () => problems.splice(0),
    look({ method, path, query, body, headers }, answer) {
      if (!spec) return;
      const request = { method, path, body, query: Object.fromEntries(query) };
      const asking = spec.problems(request);
      if (asking.some((one) => /is not described$/.test(one) && !one.includes('body'))) return;
      const missing = needed(path, headers);
      const status = answer.status === 206 ? 200 : answer.status;
      const answering = status < 300 ? spec.answerProblems(request, { ...answer, status, body: answer.body }) : [];
      const odd = answering.filter((one) => !isKnown(one, path, answer.body));
      const wrong = asking.filter((one) => !ASKED.some(({ path: where, at }) => where.test(path) && at.test(one)));
      for (const one of [...wrong, ...missing]) problems.push(`asked ${method} ${path}: ${one}`);
      for (const one of odd) problems.push(`answered ${status} to ${method} ${path}: ${one}`);
    },
  };
}

/** Headers it wants, of which it says so. */
function needed(path: string, headers: Asked['headers']): readonly string[] {
  const wanted = path.endsWith('/search') && path.includes('dataentities') ? ['rest-range'] : [];
  return wanted.filter((name) => !headers[name]).map((name) => `without ${name}`);
}
