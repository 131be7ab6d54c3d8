/** What an intent is, for whoever writes its sentences in another language: how it is said in English, and which slots it has. */

type Props = { readonly intent: string; readonly english: readonly string[]; readonly isEnglish: boolean };

export function InEnglish({ intent, english, isEnglish }: Props) {
  const slots = [...new Set(english.flatMap((one) => one.match(/\{\w+\}/g) ?? []))];
  const [asked, slot] = intent.split('.');
  return (
    <div class="sentences__about">
      <p>
        {slot === undefined
          ? 'All these ways mean one thing a shopper wants.'
          : `What is answered when ${asked} asks for {${slot}}.`}{' '}
        {slots.length === 0 ? 'It has no slots.' : 'Its slots: '}
        {slots.map((one) => (
          <code key={one}>{one} </code>
        ))}
      </p>
      {!isEnglish && english.length > 0 && (
        <details>
          <summary>In English ({english.length})</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <ul class="sentences__english" lang="en" tabIndex={0}>
            {english.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
