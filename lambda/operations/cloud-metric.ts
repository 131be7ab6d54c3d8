/** A line of the log that CloudWatch reads as metrics (embedded metric format): alarms need no further permission. */

import type { RoundsDone } from './rounds';

const NAMESPACE = 'Earshot';

/** `at`: real time, milliseconds. The format is Amazon's "Embedded metric format" specification. */
export function cloudMetric(
  { oldestAge, dead, waiting, delivered, read }: RoundsDone,
  { at, functionName }: { readonly at: number; readonly functionName: string },
): string {
  const metrics = [
    { Name: 'OutboxOldestAge', Unit: 'Seconds' },
    { Name: 'OutboxDead', Unit: 'Count' },
  ];
  return JSON.stringify({
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [{ Namespace: NAMESPACE, Dimensions: [['FunctionName']], Metrics: metrics }],
    },
    FunctionName: functionName,
    OutboxOldestAge: Math.round(oldestAge / 1_000),
    OutboxDead: dead,
    waiting,
    delivered,
    read,
  });
}
