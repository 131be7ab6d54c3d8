/** WhatsApp's Cloud API as a text channel: free words within a day of the shopper's, a template after that. */

import type { Tried } from '../../services/queue/queues';
import type { Contact } from '../../services/reach/contacts';
import type { OutMessage, TextChannel } from '../../services/reach/text-channel';
import type { SentFile } from '../../vocabulary/sent-file';
import { judge, type Posted } from './answers';
import { fetchFile, uploadFile } from './media';
import type { WhatsappOptions } from './options';
import { read } from './read';
import { byTemplate, freely, type WhatsappRequest, withFile } from './write';

/** Meta's customer service window, less what a request may take. */
const WINDOW_MS = 24 * 3_600_000 - 60_000;
const ANSWERS_WITHIN_MS = 10_000;
/** Before these, nothing of the request was written. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|.*_CERT.*|ERR_TLS.*)$/;

export function createWhatsapp(options: WhatsappOptions): TextChannel {
  return {
    name: 'whatsapp',
    copies: 'noticed',
    send: (message, to) => send(message, to, options),
    read: (received) => read(received, (media) => fetchFile(media, options)),
  };
}

async function send(message: OutMessage, to: Contact, options: WhatsappOptions): Promise<Tried> {
  const { address, heardAt } = to;
  if (address === null) throw new Error('a contact of WhatsApp has an address');
  if (options.now() - heardAt > WINDOW_MS) return inform(message, address, options);
  const posted = message.file
    ? await postFile(message, message.file, { address, options })
    : await postAll(freely(message, address), options);
  // By WhatsApp's clock the day is over: its word counts.
  return posted.kind === 'closed' ? inform(message, address, options) : posted;
}

async function inform(message: OutMessage, address: string, options: WhatsappOptions): Promise<Tried> {
  const { template } = options.settings;
  const why = 'the shopper wrote more than a day ago, and there is no template to write with';
  if (!template) return { kind: 'dead', why };
  const posted = await post(byTemplate(message, address, template), options);
  if (posted.kind === 'closed') return { kind: 'dead', why: 'WhatsApp takes no template either' };
  // The template says that there is an answer; the answer itself may go out once the shopper has written.
  return posted.kind === 'done'
    ? { kind: 'held', why: 'told by template; it goes out when the shopper writes' }
    : posted;
}

type Posting = { readonly address: string; readonly options: WhatsappOptions };

async function postFile(message: OutMessage, file: SentFile, { address, options }: Posting): Promise<Posted> {
  const uploaded = await uploadFile(file, options);
  return 'kind' in uploaded ? uploaded : post(withFile(message, file, { address, media: uploaded.id }), options);
}

/** One after the other; where only some arrived, nobody may send all of them again. */
async function postAll(requests: readonly WhatsappRequest[], options: WhatsappOptions): Promise<Posted> {
  let last: Posted = { kind: 'dead', why: 'there was nothing to send' };
  for (const [at, request] of requests.entries()) {
    last = await post(request, options);
    if (last.kind === 'done') continue;
    return at === 0
      ? last
      : { kind: 'unknown', why: `only ${at} of ${requests.length} parts are known to have arrived` };
  }
  return last;
}

async function post(request: WhatsappRequest, { settings, fetch }: WhatsappOptions): Promise<Posted> {
  const { base, apiVersion, phoneNumberId, token } = settings;
  try {
    const response = await fetch(`${base}/${apiVersion}/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        // Meta's description asks for a name and three numbers.
        'user-agent': 'earshot/1.0.0',
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    return judge(response, await response.text());
  } catch (error) {
    return unanswered(error);
  }
}

function unanswered(error: unknown): Posted {
  const code = codeOf(error);
  if (NOT_SENT.test(code)) return { kind: 'later', why: `WhatsApp cannot be reached (${code})` };
  return { kind: 'unknown', why: `the connection to WhatsApp broke before it answered ${code && `(${code})`}`.trim() };
}

/** fetch hides what the network said in the cause. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : codeOf(cause);
}
