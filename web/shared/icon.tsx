/** Small drawings in the colour of the text beside them; never the only carrier of a meaning. */

const PATHS = {
  send: 'M4 12 20 4l-5 16-3.5-6.5z',
  speaker: 'M5 9v6h3l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  again: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
  down: 'M6 10l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  play: 'M7 5v14l12-7z',
  microphone: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 20.5h4',
  mute: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 20.5h4M4 4l16 16',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  phone: 'M6 3h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5L16 12.5 21 14v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  back: 'M14 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  photo: 'M4 7h4l2-2.5h4L16 7h4v12H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  more: 'M4.5 12h1M11.5 12h1M18.5 12h1',
  link: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = '1.25em' }: { readonly name: IconName; readonly size?: string }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
