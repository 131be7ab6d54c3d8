/** From now on V8 compiles only what is done very often. To be called first; it holds for threads as well. */
export function compileLess(): void;
