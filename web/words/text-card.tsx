/** One text where it stands in a conversation: typed, heard and told what is wrong while it is typed, then saved to its file. */

import { useEffect, useRef } from 'preact/hooks';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import type { Mouth } from '../console/voice';
import { Before } from './before';
import type { Drafts } from './drafts';
import { formOf, isForFriends, isSeenOnly, keyIn } from './forms';
import { Meanwhile } from './meanwhile';
import { hashOf, type Place } from './place';
import { keyOf, useText } from './text';
import { Ways } from './ways';

type Props = {
  readonly text: PlacedText;
  readonly drafts: Drafts;
  readonly onWritten: (text: PlacedText) => void;
  readonly place: Place;
  readonly mouth: Mouth;
  /** The address names it. */
  readonly isMeant: boolean;
  /** And it is the first of these. */
  readonly isSought: boolean;
};

export function TextCard({ text, drafts, onWritten, place, mouth, isMeant, isSought }: Props) {
  const { file, line, source, at } = text;
  const [key, form, isFriends] = [keyIn(text), formOf(text), isForFriends(text)];
  const id = keyOf(text).replace(/[^\w-]/g, '-');
  const { typed, setTyped, tried, state, ask, meanwhile } = useText(text, {
    language: place.language,
    drafts,
    onWritten,
  });
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSought) item.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  return (
    <li class={`card text${isMeant ? ' text--meant' : ''}${isFriends ? ' text--friends' : ''}`} ref={item}>
      <h2 class="text__key">
        <a href={hashOf({ ...place, text: key })}>{key}</a> <small>{form}</small>
      </h2>
      {at && !isFriends && <Before at={at} language={place.language} />}
      {place.language !== 'en' && !isFriends && (
        <p class="text__source">
          In English: <span lang="en">{source}</span>
        </p>
      )}
      <label class="unseen" for={id}>
        {key}, {form}
      </label>
      <textarea
        id={id}
        class="field text__words"
        lang={place.language}
        rows={Math.min(6, Math.ceil((typed.length + 1) / 60))}
        value={typed}
        aria-invalid={(tried?.wrong.length ?? 0) > 0}
        aria-describedby={`${id}-told`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div id={`${id}-told`} role="status">
        {tried?.wrong.map((one) => (
          <p key={one} class="text__wrong">
            {one}
          </p>
        ))}
        {tried?.besides.map((one) => (
          <p key={one} class="text__state text__state--soft">
            For a friend then: {one}
          </p>
        ))}
        {state.words !== '' && <p class={`text__state text__state--${state.kind}`}>{state.words}</p>}
      </div>
      {meanwhile && (
        <Meanwhile
          now={meanwhile.now}
          language={place.language}
          choices={[
            { name: 'Keep mine', choose: meanwhile.keepMine },
            { name: 'Take that', choose: meanwhile.takeThat },
          ]}
        />
      )}
      <div class="text__deeds">
        {!isSeenOnly(text) && (
          <button type="button" class="button button--small" onClick={() => ask(false)}>
            Hear it
          </button>
        )}
        {!meanwhile && (
          <button type="button" class="button button--small button--main" onClick={() => ask(true)}>
            Save
          </button>
        )}
        <small>
          locales/{place.language}/{file}:{line}
        </small>
      </div>
      {tried && tried.ways.length > 0 && <Ways ways={tried.ways} id={id} mouth={mouth} language={place.language} />}
      {tried && tried.ways.length + tried.wrong.length === 0 && !isSeenOnly(text) && (
        <p class="text__about">No reply says it, or those that do have no words yet.</p>
      )}
    </li>
  );
}
