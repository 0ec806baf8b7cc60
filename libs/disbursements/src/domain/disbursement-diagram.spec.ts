import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderDisbursementDiagram, renderDisbursementTable } from './disbursement-diagram.js';
import { DISBURSEMENT_STATES } from './disbursement-states.js';
import { DISBURSEMENT_TRANSITIONS } from './disbursement-transitions.js';

const PAGE = join(import.meta.dirname, '../../../../docs/domains/disbursements.md');

describe('the drawn state machine', () => {
  it('names every transition and leaves no state alone', () => {
    const lines = renderDisbursementTable().trimEnd().split('\n');
    const diagram = renderDisbursementDiagram();

    expect(lines).toHaveLength(DISBURSEMENT_TRANSITIONS.length + 2);
    expect(lines.every((line) => line.split('|').length === 8)).toBe(true);
    for (const state of DISBURSEMENT_STATES) expect(diagram).toContain(state);
    expect(diagram).toContain('  FROZEN --> APPROVED: UNFREEZE');
  });

  it('stands in the documentation as it is', () => {
    const page = readFileSync(PAGE, 'utf8');

    expect(page).toContain(renderDisbursementDiagram().trimEnd());
    expect(page).toContain(renderDisbursementTable().trimEnd());
  });
});
