/** The request and the response as Alexa sees them: folded, copied with one click, sent again, or edited and sent. */

import { useState } from 'preact/hooks';
import type { Told } from '../../lambda/console/protocol';
import { RequestEditor } from './request-editor';
import type { Session } from './session';

type Props = { readonly told: Told | null; readonly session: Session };

export function Json({ told, session }: Props) {
  const [isEditing, setEditing] = useState(false);
  const request = told?.request ?? null;
  const send = (sent: object, fresh: boolean) => {
    setEditing(false);
    void session.say({ kind: 'request', request: sent, fresh });
  };
  if (isEditing) return <RequestEditor request={request} onSend={send} onClose={() => setEditing(false)} />;
  return (
    <>
      <div class="deeds json__deeds">
        {request && (
          <>
            <Deed name="Send again" isBusy={session.isBusy} onClick={() => send(request, false)} />
            <Deed name="Send as new" isBusy={session.isBusy} onClick={() => send(request, true)} />
          </>
        )}
        <Deed name={request ? 'Edit' : 'Write a request'} isBusy={session.isBusy} onClick={() => setEditing(true)} />
      </div>
      {told && request ? <Both told={told} /> : <p class="behind__empty">{whyNone(told)}</p>}
    </>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  'Send again': 'The same request with the same id: the answer of before comes again, and nothing is done twice.',
  'Send as new': 'The same request with a new id, as a turn of its own.',
};

type DeedProps = { readonly name: string; readonly isBusy: boolean; readonly onClick: () => void };

function Deed({ name, isBusy, onClick }: DeedProps) {
  return (
    <button type="button" class="button button--small" title={TITLES[name]} disabled={isBusy} onClick={onClick}>
      {name}
    </button>
  );
}

function whyNone(told: Told | null): string {
  if (!told) return 'Say something, or write a request as Alexa would send it.';
  const why = told.reprompted ? 'The device said its reprompt by itself.' : 'The microphone was closed already.';
  return `No request was sent. ${why}`;
}

function Both({ told }: { readonly told: Told }) {
  return (
    <>
      <Document title="Request" value={told.request} open={['request', 'intent', 'slots', 'session']} />
      <Document
        title="Response"
        value={told.response}
        open={['response', 'outputSpeech', 'reprompt', 'card', 'directives']}
      />
    </>
  );
}

type DocumentProps = { readonly title: string; readonly value: unknown; readonly open: readonly string[] };

export function Document({ title, value, open }: DocumentProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(JSON.stringify(value, null, 2)).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), 1_500);
      },
      () => undefined,
    );
  return (
    <section class="block json">
      <header class="block__head">
        <h3>{title}</h3>
        <button type="button" class="button button--small" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
          <span class="unseen"> the {title.toLowerCase()}</span>
        </button>
      </header>
      <div class="json__tree">
        <Node name={null} value={value} open={open} isRoot />
      </div>
    </section>
  );
}

type NodeProps = {
  readonly name: string | null;
  readonly value: unknown;
  /** Which names are unfolded at first. */
  readonly open: readonly string[];
  readonly isRoot?: boolean;
};

function Node({ name, value, open, isRoot = false }: NodeProps) {
  const key = name === null ? null : <span class="json__key">{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <p class="json__leaf">
        {key}
        <span class={`json__${value === null ? 'null' : typeof value}`}>{JSON.stringify(value)}</span>
      </p>
    );
  }
  const entries = Object.entries(value);
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) {
    return (
      <p class="json__leaf">
        {key}
        <span class="json__size">{Array.isArray(value) ? '[]' : '{}'}</span>
      </p>
    );
  }
  const isOpen = isRoot || Array.isArray(value) || open.includes(name ?? '') || /^\d+$/.test(name ?? '');
  return (
    <details class="json__node" open={isOpen}>
      <summary>
        {key}
        <span class="json__size">{size}</span>
      </summary>
      {entries.map(([inner, one]) => (
        <Node key={inner} name={inner} value={one} open={open} />
      ))}
    </details>
  );
}
