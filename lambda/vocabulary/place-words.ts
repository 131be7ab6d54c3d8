/** A place on a map, as a person reads it: what it is called, where it is, and where it can be looked at. */

type Place = {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
};

export function placeWords({ latitude, longitude, name = '', address = '' }: Place): string {
  const at = [latitude, longitude].map((degrees) => degrees.toFixed(5));
  const map = `https://www.openstreetmap.org/?mlat=${at[0]}&mlon=${at[1]}#map=17/${at.join('/')}`;
  const named = [name, address].map((words) => words.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim());
  return [...named, map].filter((words) => words !== '').join('\n');
}
