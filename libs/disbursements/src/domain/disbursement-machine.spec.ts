import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { DISBURSEMENT_MACHINE } from './disbursement-machine.js';
import { DISBURSEMENT_STATES } from './disbursement-states.js';
import { DISBURSEMENT_TRANSITIONS } from './disbursement-transitions.js';

const PAGE = join(import.meta.dirname, '../../../../docs/domains/disbursements.md');

describe('the drawn state machine', () => {
  it('names every transition and leaves no state alone', () => {
    const lines = renderTransitionTable(DISBURSEMENT_MACHINE).trimEnd().split('\n');
    const diagram = renderStateDiagram(DISBURSEMENT_MACHINE);

    expect(lines).toHaveLength(DISBURSEMENT_TRANSITIONS.length + 2);
    expect(lines.every((line) => line.split('|').length === 8)).toBe(true);
    for (const state of DISBURSEMENT_STATES) expect(diagram).toContain(state);
    expect(diagram).toContain('  FROZEN --> APPROVED: UNFREEZE');
  });

  it('stands in the documentation as it is', () => {
    const page = readFileSync(PAGE, 'utf8');

    expect(page).toContain(renderStateDiagram(DISBURSEMENT_MACHINE).trimEnd());
    expect(page).toContain(renderTransitionTable(DISBURSEMENT_MACHINE).trimEnd());
  });
});
