/** What a slot of an intent may hold: Amazon's own kinds of values, and ours. */

export type SlotType =
  | 'Product'
  | 'OrderNumber'
  | 'AMAZON.NUMBER'
  /** How much money, however it is written: "1.234,56", "1 000 000". */
  | 'Sum'
  | 'AMAZON.DATE'
  /** Anything at all, after words that lead to it. */
  | 'AMAZON.SearchQuery'
  /** What somebody is called. */
  | 'AMAZON.FirstName'
  /** Whether one's name is to be used: "don't use", "what is". */
  | 'NameWish'
  | 'Place'
  | 'ShippingSpeed'
  | 'Basis'
  | 'Problem'
  /** What is wished of a bad delivery: a new one, the money back. */
  | 'Remedy'
  /** How many of what was bought: "two of", "all of them". */
  | 'Pieces'
  /** How goods go back: by a label, or collected. */
  | 'WayBack'
  | 'PolicyTopic'
  /** Whether one wants to hear of one's orders unasked: "keep me posted", "stop the news". */
  | 'NewsWish'
  /** A whole sentence that wants to hear nothing any more: "stop messaging me". */
  | 'NewsEnd'
  /** When one wants to be called: "after five", "tomorrow morning". */
  | 'CallTime'
  /** That no call is wanted any more: "never mind", "you don't have to". */
  | 'CallWish'
  /** A telephone number to be called on. */
  | 'Phone'
  /** What is wished of one's own data: to see it, to have it, to have it erased. */
  | 'DataWish'
  /** What is wished of one's limits: a voice code, off, on, more, to hear them. */
  | 'LimitWish'
  /** What is changed by name: a limit, the voice code. */
  | 'LimitThing'
  /** What a limit bounds: an order, a day. */
  | 'LimitSpan'
  /** In what money: euros, pounds. The ids are ISO 4217 codes. */
  | 'Currency'
  /** What comes before a code: "my pin is". */
  | 'CodeLead'
  /** Digits said one by one or written, however many: a code. */
  | 'Digits'
  /** What goods are counted in: packs of a kind, kilos, litres, pieces. */
  | 'Unit'
  /** What is wished besides the goods: a gift, a note, a coupon. */
  | 'Extra'
  /** What is changed of a purchase: "the other one", "double it". */
  | 'Change'
  /** The same of goods that are named with it: "add …", "just …", "… instead". */
  | 'Amend'
  /** What is asked about a purchase: "how much each". */
  | 'Detail'
  /** What is done with a cart, before or behind its name: "what's in", "empty", "put". */
  | 'CartAct'
  /** The same in words that need no cart beside them: "check out". */
  | 'Checkout'
  /** What is asked about a habit: "remind me", "how often do I", "stop asking". */
  | 'HabitWish'
  /** What a number counts behind "every": days, weeks, months. */
  | 'Rhythm'
  /** What goods shall be: "decaf", "unscented", "for cats". */
  | 'Trait'
  /** What is asked about a suggestion: "why", "is this an ad", "what goes with". */
  | 'Suggesting'
  /** What somebody thinks of the shop, and whether it is an idea: "great", "terrible", "you should". */
  | 'Opinion'
  /** A whole sentence that asks whether anybody is there: "is anyone there". */
  | 'Presence'
  /** "And the …": the same is asked of something else. */
  | 'After'
  /** What is asked about orders of before: "what did I order", "how much did I spend". */
  | 'History';
