/** The counters and histograms of a server, as Prometheus knows them. */

import { Counter, Histogram, type Registry } from 'prom-client';

export type Instruments = ReturnType<typeof instrumentsIn>;

/** From a turn that only reads memory to one that waits for a shop until its deadline, and on to a text channel's. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6, 15];
const WAIT_SECONDS = [30, 60, 120, 300, 900, 1_800, 3_600, 14_400, 43_200, 86_400];
export function instrumentsIn(register: Registry) {
  const registers = [register];
  return {
    turns: new Counter({
      name: 'vc_turns_total',
      help: 'Turns of shoppers by what came of them; broke: nothing but an apology.',
      labelNames: ['channel', 'locale', 'outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'vc_turn_seconds',
      help: 'From the arrival of a turn to its answer.',
      labelNames: ['channel'],
      buckets: TURN_SECONDS,
      registers,
    }),
    handOffs: new Counter({
      name: 'vc_handoffs_total',
      help: 'Hand-offs by the state they came to: initiated, accepted, completed, failed.',
      labelNames: ['channel', 'reason', 'result'],
      registers,
    }),
    wait: new Histogram({
      name: 'vc_handoff_wait_seconds',
      help: 'From a hand-off to the person who took it.',
      buckets: WAIT_SECONDS,
      registers,
    }),
    dead: new Counter({
      name: 'vc_outbox_dead_total',
      help: 'Deliveries that were given up.',
      labelNames: ['channel'],
      registers,
    }),
    reconciled: new Counter({
      name: 'vc_reconciled_messages_total',
      help: 'Messages no webhook brought, found by asking.',
      labelNames: ['source'],
      registers,
    }),
    locales: new Set<string>(),
  };
}
