import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.mjs';
import { runSteps } from './run-steps.mjs';

const step = (name: string, run: () => unknown): object => ({ name, says: name, run });
const green = step('green', () => ({ problems: [] }));
const red = step('red', () => ({ problems: ['it is\nso'] }));
const thrower = step('thrower', () => {
  throw new Error('no such program');
});

describe('runSteps', () => {
  it('runs on after a failure and names every failed step', async () => {
    const lines: string[] = [];

    const failed = await runSteps([red, thrower, green], {}, (line: string) => lines.push(line));

    expect(failed).toEqual(['red', 'thrower']);
    expect(lines.filter((line) => /^(ok|FAILED)/.test(line))).toHaveLength(3);
    expect(lines.join('\n')).toContain('no such program');
  });

  it('answers nothing when all is well', async () => {
    expect(await runSteps([green], {}, () => undefined)).toEqual([]);
  });
});

describe('readOptions', () => {
  const names = ['lint', 'types', 'tests'];
  const read = (...argv: string[]): string[] => readOptions(argv, names).names;

  it('takes every step, all but the tests, or those named', () => {
    expect(read()).toEqual(names);
    expect(read('--no-tests')).toEqual(['lint', 'types']);
    expect(read('--only', 'types', '--only', 'lint')).toEqual(['lint', 'types']);
  });

  it('refuses what it does not know', () => {
    expect(() => read('--only', 'spelling')).toThrow('spelling');
    expect(() => read('--fast')).toThrow();
  });
});
