/** Seen from the project's folder; the path of the JavaScript that was made of it. Rejects when a source cannot be read. */
export function compile(program: string): Promise<string>;
