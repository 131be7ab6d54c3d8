/** What does checking a signed request cost beside the SDK's own verifier, the first time and afterwards? */

import { rootCertificates } from 'node:tls';
import { SkillRequestSignatureVerifier } from 'ask-sdk-express-adapter';
import { createVerifier } from '../lambda/channels/alexa/verify';
import { DAY, file, issue, makeKeys, SIGNER, signatureOf } from '../test/fixtures/certificate-authority';
import { envelopeOf } from './kit/envelope';
import { median } from './kit/load';
import { print, run } from './kit/print';

const COLD = 15;
const WARM = 3_000;
const ADDRESS = 'https://s3.amazonaws.com/echo.api/echo-api-cert.pem';

type Signed = { readonly body: string; readonly headers: Readonly<Record<string, string>> };
type Check = (signed: Signed) => Promise<void>;

async function main(): Promise<void> {
  const { root, leaf, chain } = await authority();
  const requests = Array.from({ length: 200 }, (_, at) => {
    const body = envelopeOf(speaking(at));
    return { body, headers: { 'signature-256': signatureOf(body, leaf), signaturecertchainurl: ADDRESS } };
  });
  // A new one each, as after a start; the chain comes from memory, so that no network is measured.
  const ours = (): Check => {
    const download = async () => ({ status: 200, body: bytes(chain) });
    const verifier = createVerifier({ applicationId: null, trustedRoots: [...rootCertificates, root.pem], download });
    return async ({ body, headers }) => void (await verifier.verify(body, headers));
  };
  const [first] = requests;
  if (!first) return;
  print(
    `Node ${process.versions.node}; processor time of one check, medians of ${COLD} first and of ${WARM} later ones:\n`,
  );
  const cold = {
    ours: await times(COLD, async () => ours()(first)),
    sdk: await times(COLD, () => sdk(chain).first(first)),
  };
  const mine = ours();
  await mine(first);
  const theirs = sdk(chain);
  const later = (check: Check) => times(WARM, async (at) => check(requests[at % requests.length] ?? first));
  const warm = { ours: await later(mine), sdk: await later(theirs.later) };
  tell('first (parses the trusted roots and the chain)', cold.ours, cold.sdk);
  tell('later (also checks shape, application and age)', warm.ours, warm.sdk);
  print(
    '\nOurs reads the JSON and checks its shape, application and age as well; the SDK has a second verifier for the age.',
  );
  print(
    'The SDK knows only the roots of Node, so its first check ends with refusing this authority, when all work is done.',
  );
}

/** The SDK's parts are private; they are what its `verify` calls. */
type Parts = {
  certCache: Map<string, string>;
  _getCertChainByUrl(url: string): Promise<string>;
};

function sdk(chain: string): { readonly first: Check; readonly later: Check } {
  const made = (isKnown: boolean): Check => {
    const verifier = new SkillRequestSignatureVerifier();
    const parts = verifier as unknown as Parts;
    parts._getCertChainByUrl = async () => chain;
    if (isKnown) parts.certCache.set(ADDRESS, chain);
    return async ({ body, headers }) => void (await verifier.verify(body, headers));
  };
  const unknown = made(false);
  return { first: (signed) => unknown(signed).catch(onlyUntrusted), later: made(true) };
}

function onlyUntrusted(error: unknown): void {
  if (!/not trusted|certificate/i.test(String(error))) throw error;
}

async function authority() {
  const [from, to] = [Date.now() - DAY, Date.now() + DAY];
  const all = await Promise.all([makeKeys(), makeKeys(), makeKeys()]);
  const [rootKeys, middleKeys, leafKeys] = all;
  const root = await issue({ name: 'Root', keys: rootKeys, ca: true, from, to });
  const middle = await issue({ name: 'Middle', keys: middleKeys, issuer: root, ca: true, pathLength: 0, from, to });
  const leaf = await issue({ name: 'Leaf', keys: leafKeys, issuer: middle, hosts: [SIGNER], from, to });
  return { root, leaf, chain: file(leaf, middle) };
}

function speaking(at: number) {
  return {
    requestId: `amzn1.echo-api.request.${at}`,
    session: { id: 'amzn1.echo-api.session', isNew: false },
    locale: 'en-GB',
    person: 'amzn1.ask.person',
    token: 'demo-ana',
    utterance: { intent: 'OrderStatus' },
  } as const;
}

async function* bytes(text: string) {
  yield Buffer.from(text);
}

/** Milliseconds of processor time of each, in a row. */
async function times(count: number, work: (at: number) => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const from = process.cpuUsage();
    await work(at);
    const { user, system } = process.cpuUsage(from);
    took.push((user + system) / 1_000);
  }
  return took;
}

function tell(what: string, ours: readonly number[], sdk: readonly number[]): void {
  const [mine, theirs] = [median(ours), median(sdk)];
  print(
    `  ${what.padEnd(48)} ours ${mine.toFixed(3)} ms   the SDK's ${theirs.toFixed(3)} ms   ratio ${(mine / theirs).toFixed(2)}`,
  );
}

run(main);
