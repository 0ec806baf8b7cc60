import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { NEED_MACHINE } from './need-machine.js';
import { NEED_STATES } from './need-states.js';
import { NEED_TRANSITION_TABLE } from './need-transitions.js';

describe('the drawing', () => {
  const lines = renderStateDiagram(NEED_MACHINE).split('\n');

  it('is a Mermaid state diagram from the draft to the confirmation', () => {
    expect(lines.slice(0, 2)).toEqual(['stateDiagram-v2', '  [*] --> DRAFT']);
    expect(lines.slice(-2)).toEqual(['  CONFIRMED --> [*]', '']);
  });

  it('draws each arrow once, and no state is left alone', () => {
    const arrows = lines.filter((line) => line.includes(': '));

    expect(new Set(arrows).size).toBe(arrows.length);
    expect(arrows).toContain('  SUSPENDED --> FUNDED: RESUME');
    expect(NEED_STATES.filter((state) => !arrows.some((arrow) => arrow.includes(state)))).toEqual(
      [],
    );
  });
});

describe('the table', () => {
  it('has a line for each row', () => {
    const lines = renderTransitionTable(NEED_MACHINE).trimEnd().split('\n');

    expect(lines).toHaveLength(NEED_TRANSITION_TABLE.length + 2);
    expect(lines[2]).toBe(
      '| SUBMIT | DRAFT | SUBMITTED | CASEWORKER or COORDINATOR | AMOUNT_REQUIRED, DUE_DAY_REQUIRED, DUE_DAY_PASSED, AID_CONSENT_REQUIRED |',
    );
  });
});
