/** What `npm run doctor` finds: what it is, and where it is mended. */

/** `stops`: no certification while it is so. `mind`: it works, and whoever publishes should know. */
export type Found = { readonly level: 'stops' | 'mind'; readonly what: string; readonly mend: string };

export const stops = (what: string, mend: string): Found => ({ level: 'stops', what, mend });
export const mind = (what: string, mend: string): Found => ({ level: 'mind', what, mend });
