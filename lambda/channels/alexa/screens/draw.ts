/**
 * Draws a screen: one document for all, filled with the words of this answer. `document.json` opens in Amazon's authoring
 * tool; what a viewer would refuse in it is held by test/channels/alexa/screens.test.ts.
 */

import type { Directive } from 'ask-sdk-model';
import type { ShownScreen } from '../../../vocabulary/answer';
import document from './document.json';
import { graphicOf } from './graphic';
import { SCREEN_TOKEN } from './touch';

/** Colours of a step that is done, and of one that is to come. */
const DONE = '#8FD694';
const TO_COME = '#5B6B66';

/** `asking`: what a touch answers; empty: nothing. */
export function draw(screen: ShownScreen, asking: string): Directive {
  const { drawn, title, rows, foot, asks, buttons } = screen;
  const code = drawn?.kind === 'code' ? graphicOf(drawn.address) : null;
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: SCREEN_TOKEN,
    document: code ? { ...document, graphics: { code } } : document,
    datasources: {
      screen: {
        type: 'object',
        ...{ asking, title, foot, asks, buttons },
        rows: rows.map(({ picture, option, ...row }) => ({ ...row, picture: picture ?? '', option: option ?? '' })),
        steps: drawn?.kind === 'steps' ? stepsOf(drawn) : [],
        hasCode: code !== null,
      },
    },
  };
}

function stepsOf({ steps, at }: Extract<ShownScreen['drawn'], { kind: 'steps' }>) {
  return steps.map((label, index) => ({ label, colour: index <= at ? DONE : TO_COME }));
}
