/** Every answer of ours to a purchase, in Italian, at the front door. */

import { everyAnswer } from './every-answer';

everyAnswer('it');
