/** What is said when a conversation goes to a person. */

import { replies } from '../kit/define';

export const TALK_TO_HUMAN_SAYS = {
  passed: { reference: 'digits' },
  noted: {},
  nobody: {},
  back: { day: 'day', time: 'hours' },
  already: { reference: 'digits' },
  willCall: {},
  willCallThen: { day: 'day', time: 'window' },
  willCallNumber: {},
  willCallNumberThen: { day: 'day', time: 'window' },
  notNumber: {},
  noNumber: {},
  notThen: { day: 'day', time: 'window' },
  noCall: {},
  callOff: {},
  noCallDue: {},
  notNow: {},
  onPhone: {},
  cardTitle: {},
  cardReference: { reference: 'digits' },
  cardContact: { contact: 'shown' },
} as const;
export const say = replies('TalkToHuman', TALK_TO_HUMAN_SAYS);
