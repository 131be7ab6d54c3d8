/** Somebody else wrote here while this was typed: theirs is shown beside it, and who typed decides. */

type Props = {
  /** null: no words are there any more. */
  readonly now: string | null;
  readonly language: string;
  readonly choices: readonly { readonly name: string; readonly choose: () => void }[];
};

export function Meanwhile({ now, language, choices }: Props) {
  return (
    <div class="meanwhile" role="alert">
      <p>Changed meanwhile, in another tab or an editor. The file has now:</p>
      {now === null ? <p>no translation</p> : <blockquote lang={language}>{now}</blockquote>}
      <div class="text__deeds">
        {choices.map(({ name, choose }) => (
          <button key={name} type="button" class="button button--small" onClick={choose}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
