/** The version our document is written in: a device that draws only older ones gets words alone. */

import document from './document.json';

export const APL_VERSION = document.version;
