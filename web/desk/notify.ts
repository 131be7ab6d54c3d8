/** How the browser calls for attention: two notes, and a notification of its own while nobody sees the page. */

/** Two soft notes. */
export function ring(): void {
  const audio = new AudioContext();
  [660, 880].forEach((pitch, at) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const begin = audio.currentTime + at * 0.16;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.32);
  });
  setTimeout(() => void audio.close(), 1_000);
}

/** Nothing happens where the browser has no notifications, or its person has decided already. */
export function askToNotify(): void {
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}

type Notice = { readonly text: string; readonly id: string; readonly onOpen: (id: string) => void };

/** Says who and why, and none of their words: others may see the screen. */
export function notify(title: string, { text, id, onOpen }: Notice): void {
  if (document.visibilityState === 'visible' || !('Notification' in window) || Notification.permission !== 'granted')
    return;
  const notice = new Notification(title, { body: text, tag: id });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    onOpen(id);
  });
}
