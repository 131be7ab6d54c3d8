/** What of an account a voice assistant is asked leave for. */

/** Asked by voice: to read its e-mail address, to set reminders. */
export type VoicedConsent = 'email' | 'reminders';

/** In its app also: to chime by itself. */
export type ConsentTo = VoicedConsent | 'notifications';

/** What Alexa asks in words of her own: leave, or whether this is the person whose voice it is. */
export type AskedOfAlexa = { readonly kind: 'ask-consent'; readonly to: VoicedConsent } | { readonly kind: 'verify' };
