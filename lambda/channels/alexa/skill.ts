/** The Alexa skill: one handler that reads a turn, has it answered, and writes the response. */

import { type ErrorHandler, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import type { Answer, Answered, SaidWords } from '../../vocabulary/answer';
import type { Turn } from '../../vocabulary/heard';
import { inFirstRegion } from '../../vocabulary/locales';
import { beganIn } from './began';
import type { LinkOf } from './connections';
import { type Fetch, sendProgress } from './progress';
import { read } from './read';
import { type AccountDeeds, hearSkillEvent } from './skill-events';
import { HEARS_NOBODY } from './spoken-values';
import { write } from './write';

export type SkillOptions = Partial<AccountDeeds> & {
  readonly answer: (turn: Turn, onSlow?: (words: SaidWords) => void) => Promise<Pick<Answered, 'answer'>>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Who a request without a token is; only for a developer's own machine. */
  readonly defaultToken?: string;
  /** The shop's, in its order: a request that names a language alone is answered as in the first that speaks it. */
  readonly locales?: readonly string[];
  readonly log: { warn(what: object, message: string): void; error(what: object, message: string): void };
  /** Sees every response before it leaves. */
  readonly onResponse?: (envelope: RequestEnvelope, answer: Answer, response: Response) => void;
  readonly fetch?: Fetch;
  /** The address of a link that is pushed to the phone. Absent: no answer may push one. */
  readonly linkOf?: LinkOf;
};

export function createSkill(options: SkillOptions): Skill {
  const handler: RequestHandler = {
    canHandle: () => true,
    async handle({ requestEnvelope, attributesManager }) {
      const { session, context } = requestEnvelope;
      const kept = beganIn(session, context.System.person?.personId);
      const { response, hears } = await handle(requestEnvelope, options);
      if (session) attributesManager.setSessionAttributes({ ...kept, ...(hears === undefined ? {} : { hears }) });
      return response;
    },
  };
  const errors: ErrorHandler = {
    canHandle: () => true,
    handle(input, error) {
      // The app answers every turn; what arrives here broke in reading or writing, and its text stays inside.
      options.log.error({ request: input.requestEnvelope.request.requestId, err: error }, 'the Alexa channel broke');
      throw error;
    },
  };
  return SkillBuilders.custom().addRequestHandlers(handler).addErrorHandlers(errors).create();
}

const TELLS_PROGRESS: ReadonlySet<Turn['heard']['kind']> = new Set(['launched', 'intent', 'choice']);

/** `hears`: whose goods from now on, where that has changed. */
type Handled = { readonly response: Response; readonly hears?: string };

async function handle(envelope: RequestEnvelope, options: SkillOptions): Promise<Handled> {
  noteProblems(envelope, options);
  await hearSkillEvent(envelope, options);
  const asked = read(envelope, options.now(), options.defaultToken);
  const turn = { ...asked, locale: inFirstRegion(asked.locale, options.locales ?? []) };
  if (turn.heard.kind === 'event') return { response: {} };
  const { apiEndpoint, apiAccessToken } = envelope.context.System;
  const speaks = TELLS_PROGRESS.has(turn.heard.kind);
  const where = speaks && apiAccessToken ? { apiEndpoint, apiAccessToken, requestId: turn.requestId } : null;
  const onSlow = where && ((words: SaidWords) => void sendProgress(words, where, options).catch(() => undefined));
  const { answer } = await options.answer(turn, onSlow ?? undefined);
  const written = turn.heard.kind === 'ended' ? {} : write(answer, options.linkOf);
  const response = turn.session.hears && written.shouldEndSession ? forgetting(written) : written;
  options.onResponse?.(envelope, answer, response);
  return { response, ...(answer.hears ? { hears: answer.hears.whose } : {}) };
}

/** The next session may be somebody else's. To one that ended by itself nothing can be said any more: the next begins anew. */
function forgetting(response: Response): Response {
  return { ...response, directives: [...(response.directives ?? []), HEARS_NOBODY] };
}

/** A refused response shows nowhere else than in the request that follows it. */
function noteProblems({ request }: RequestEnvelope, { log }: SkillOptions): void {
  if (request.type === 'SessionEndedRequest' && request.error) {
    log.warn({ request: request.requestId, error: request.error.type }, 'Alexa refused a response');
  }
  if (request.type === 'Alexa.Presentation.APL.RuntimeError') {
    const why = request.errors?.map(({ type, reason }) => `${type} ${reason}`);
    log.warn({ request: request.requestId, errors: why }, 'a screen could not draw a document');
  }
  if (request.type === 'System.ExceptionEncountered') {
    log.warn({ request: request.requestId, error: request.error?.type }, 'Alexa met an exception');
  }
}
