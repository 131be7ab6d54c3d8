/** Two servers under the same load by turns, so that whatever else the machine does meets both. */

import type { Server } from './child';
import { median, quantile, type Round, runRound } from './load';

export type Measured = Round & {
  /** Milliseconds of processor time one turn took. */
  readonly processor: number;
};

export type Contestant = { readonly name: string; readonly server: Server; readonly rounds: readonly Measured[] };

export type Plan = { readonly rounds: number; readonly turns: number; readonly connections: number };

/** The first round warms up, and no figure counts it; its answers are checked like all others. */
export async function contest(
  servers: Readonly<Record<string, Server>>,
  plan: Plan,
  print: (line: string) => void,
): Promise<readonly Contestant[]> {
  const contestants = Object.entries(servers).map(([name, server]) => ({ name, server, rounds: [] as Measured[] }));
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const { name, server, rounds } of contestants) {
      const measured = await measure(server, { ...plan, name: `${name}-${round}` });
      rounds.push(measured);
      print(`${round === 0 ? 'warm-up' : `round ${round}`}  ${name.padEnd(11)} ${figures(measured)}`);
    }
  }
  return contestants;
}

async function measure(server: Server, load: Plan & { readonly name: string }): Promise<Measured> {
  const { connections, turns, name } = load;
  const before = await server.used();
  const round = await runRound({ url: server.url, connections, turns, name });
  return { ...round, processor: ((await server.used()) - before) / Math.max(1, round.answered) };
}

/** The median over the rounds, so that a disturbed one does not decide. */
export function typical({ rounds }: Contestant, figure: (round: Measured) => number): number {
  return median(rounds.slice(1).map(figure));
}

/** One's figure over the other's, round by round. */
export function ratios(one: Contestant, other: Contestant, figure: (round: Measured) => number): readonly number[] {
  return one.rounds.slice(1).flatMap((round, at) => {
    const beside = other.rounds[at + 1];
    return beside ? [figure(round) / figure(beside)] : [];
  });
}

export function perSecond({ answered, milliseconds }: Round): number {
  return (answered / milliseconds) * 1_000;
}

export function p99({ latencies }: Round): number {
  return quantile(latencies, 0.99);
}

function figures(round: Measured): string {
  const at = (share: number) => quantile(round.latencies, share).toFixed(1).padStart(5);
  const speed = `${perSecond(round).toFixed(0).padStart(5)} turns/s`;
  return `${speed}   p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} ms   processor ${round.processor.toFixed(2)} ms a turn`;
}
