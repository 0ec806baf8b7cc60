import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.mjs';
import { closedLoop } from './closed-loop.mjs';
import { measure } from './measure.mjs';
import { runRounds } from './rounds.mjs';

const quiet = { say: () => undefined, quick: true };

describe('rounds', () => {
  it('turn the order round every time and keep samples apart', async () => {
    const order: string[] = [];
    const variant = (name: string) => (round: number) => {
      order.push(name);
      return Promise.resolve(`${name}${String(round)}`);
    };
    const samples = await runRounds({
      variants: { a: variant('a'), b: variant('b') },
      rounds: 3,
    });
    expect(order.join('')).toBe('abbaab');
    expect(samples).toEqual({ a: ['a0', 'a1', 'a2'], b: ['b0', 'b1', 'b2'] });
  });
});

describe('a closed loop', () => {
  it('keeps as many requests in flight as it has clients', async () => {
    let inFlight = 0;
    let most = 0;
    const { count, latencies } = await closedLoop({
      clients: 3,
      ms: 40,
      request: async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inFlight -= 1;
      },
    });
    expect(most).toBe(3);
    expect(inFlight).toBe(0);
    expect(count).toBe(latencies.length);
  });

  it('ends with what it accompanies', async () => {
    const until = new Promise((resolve) => setTimeout(resolve, 20));
    const request = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
    const { seconds } = await closedLoop({ clients: 1, until, request });
    expect(seconds).toBeLessThan(5);
  });

  it('fails when a request fails', async () => {
    const request = (): Promise<void> => Promise.reject(new Error('refused'));
    await expect(closedLoop({ clients: 2, ms: 20, request })).rejects.toThrow('refused');
  });
});

describe('a measurement', () => {
  const part = (name: string, variant: () => Promise<number>): object => ({
    name,
    keys: [name],
    prepare: () =>
      Promise.resolve({
        rounds: 1,
        variants: { only: variant },
        figures: ({ only }: { only: number[] }) => ({ [name]: only[0] }),
      }),
  });

  it('lets a part that fails cost its own figures only, and cleans up in reverse', async () => {
    const closed: number[] = [];
    const topic = {
      prepare: (bench: { onClose: (work: () => void) => void }) => {
        bench.onClose(() => closed.push(1));
        bench.onClose(() => closed.push(2));
        return [
          part('bad', () => Promise.reject(new Error('out of order'))),
          part('good', () => Promise.resolve(7)),
        ];
      },
    };
    expect(await measure(topic, quiet)).toEqual({
      values: { bad: 'failed: out of order', good: 7 },
      failed: true,
    });
    expect(closed).toEqual([2, 1]);
  });

  it('cleans up when nothing could be prepared', async () => {
    let isClosed = false;
    const topic = {
      prepare: (bench: { onClose: (work: () => void) => void }) => {
        bench.onClose(() => (isClosed = true));
        throw new Error('no desk');
      },
    };
    await expect(measure(topic, quiet)).rejects.toThrow('no desk');
    expect(isClosed).toBe(true);
  });
});

describe('the command line', () => {
  it('has a topic and switches in any order', () => {
    expect(parseArguments(['--json', 'vault', '--quick'])).toEqual({
      topic: 'vault',
      json: true,
      quick: true,
      profile: undefined,
    });
    expect(parseArguments([]).topic).toBeUndefined();
  });

  it.each([[['--jsn']], [['vault', 'start']]])('refuses %j', (argv) => {
    expect(() => parseArguments(argv)).toThrow();
  });
});
