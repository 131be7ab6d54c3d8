/** Every answer of ours to a purchase, in English, at the front door. */

import { everyAnswer } from './every-answer';

everyAnswer('en');
