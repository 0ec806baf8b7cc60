import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { CASE_MACHINE } from './case-machine.js';
import { CASE_STATES } from './case-states.js';
import { CASE_TRANSITIONS, CASE_TRANSITION_TABLE } from './case-transitions.js';

describe('the drawing', () => {
  const lines = renderStateDiagram(CASE_MACHINE).split('\n');

  it('is a Mermaid state diagram from intake to erasure', () => {
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines[1]).toBe('  [*] --> INTAKE');
    expect(lines.at(-2)).toBe('  ERASED --> [*]');
    expect(lines.at(-1)).toBe('');
  });

  it.each([
    '  INTAKE --> SCREENING: START_SCREENING',
    '  TRANSITION --> QUARANTINED: QUARANTINE',
    '  QUARANTINED --> ACTIVE: LIFT_QUARANTINE',
  ])('draws the arrow%s', (arrow) => {
    expect(lines).toContain(arrow);
  });

  it('draws each arrow once, 35 in all, and no state is left alone', () => {
    const arrows = lines.filter((line) => line.includes(': '));

    expect(arrows).toHaveLength(35);
    expect(new Set(arrows).size).toBe(35);
    expect(CASE_STATES.filter((state) => !arrows.some((arrow) => arrow.includes(state)))).toEqual(
      [],
    );
  });
});

describe('the table', () => {
  const lines = renderTransitionTable(CASE_MACHINE).trimEnd().split('\n');

  it('has a head, a rule and a line for each row', () => {
    expect(lines[0]).toBe('| Transition | From | To | Who | Guards | Effects |');
    expect(lines[1]).toBe('| --- | --- | --- | --- | --- | --- |');
    expect(lines).toHaveLength(CASE_TRANSITION_TABLE.length + 2);
    expect(lines.filter((line) => line.split('|').length !== 8)).toEqual([]);
  });

  it.each([
    '| START_VERIFICATION | SCREENING | VERIFYING | CASEWORKER | - | - |',
    '| PAUSE | ACTIVE | PAUSED_BY_FAMILY | FAMILY or CASEWORKER | - | STOP_OUTBOUND_CONTACT, HOLD_UNRELEASED_PAYMENTS |',
    '| ERASE | CLOSED, DECLINED, TRANSFERRED | ERASED | SECURITY_OFFICER and DATA_PROTECTION_OFFICER | RETENTION_NOT_OVER | DESTROY_KEYS |',
    '| CLOSE_QUARANTINED | QUARANTINED | CLOSED | SECURITY_OFFICER and COORDINATOR | REASON_REQUIRED | OFFER_APPEAL, START_RETENTION |',
  ])('has the line %s', (line) => {
    expect(lines).toContain(line);
  });

  it('names every transition', () => {
    const named = new Set(lines.slice(2).map((line) => line.split(' | ')[0]?.slice(2)));

    expect([...named].sort()).toEqual([...CASE_TRANSITIONS].sort());
  });
});
