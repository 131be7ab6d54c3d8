/** A line of the shopper's own that they change or take back. */

/** Instead of something that was written before; null: it was taken back. `of`: which, where the channel can name it. */
export type ChangedHeard = { readonly kind: 'changed'; readonly to: string | null; readonly of?: ChangedLine };

/**
 * By the request that brought it, as its sender calls it: what others wrote is not theirs to change. `standing`: what can still be
 * done about it, once that was looked for.
 */
export type ChangedLine = { readonly ref: string; readonly standing?: LineStanding };

/**
 * `with-person`: it went to a person, and may go. `answered`: they have answered it, so that it stands, though it may be taken back.
 * `late`: too long ago. `acted`: the bot has gone by it. `gone`: there is nothing of it any more.
 */
export type LineStanding = 'with-person' | 'answered' | 'late' | 'acted' | 'gone';

/** The shopper's own line of this request, which went to a person, reads so from now on; null: it is gone. */
export type UnsaidEffect = { readonly kind: 'unsaid'; readonly ref: string; readonly to: string | null };
