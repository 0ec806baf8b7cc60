import { describe, expect, it } from '@jest/globals';
import { Teller } from './teller.js';

const told = (options: { json?: boolean; colour?: boolean }): string => {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const teller = new Teller({ json: false, colour: false, ...options, write });
  teller.chapter('FUNDED');
  teller.tell('RESERVED', { amount: '61.60', fund: 'P-DEMO', state: 'FUNDED' });
  teller.stopped('Demo-sentence.');
  return text;
};

describe('the teller', () => {
  it('prints the chapter, and each step with its seconds, without a code of a terminal', () => {
    expect(told({})).toMatch(
      /^\nThe need is funded\n {2}0\.\d s {2}EUR 61\.60 set aside in P-DEMO; the need is FUNDED\.\n$/,
    );
  });

  it('has colours where they are asked for', () => {
    expect(told({ colour: true })).toContain('\u001b[1mThe need is funded\u001b[0m');
  });

  it('prints one object per line for programs, the end that came too early included', () => {
    const lines = told({ json: true, colour: true }).trimEnd().split('\n');

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { chapter: 'FUNDED', step: 'RESERVED', amount: '61.60', fund: 'P-DEMO', state: 'FUNDED' },
      { chapter: 'FUNDED', step: 'STOPPED', sentence: 'Demo-sentence.' },
    ]);
  });
});
