import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { CALL_OUT_MACHINE } from './call-out-machine.js';
import { CALL_OUT_STATES } from './call-out-states.js';
import { CALL_OUT_TRANSITIONS } from './call-out-transitions.js';

describe('the drawing of the state machine', () => {
  it('shows every state and every transition', () => {
    const diagram = renderStateDiagram(CALL_OUT_MACHINE);
    const table = renderTransitionTable(CALL_OUT_MACHINE);

    for (const state of CALL_OUT_STATES) expect(diagram).toContain(` ${state}`);
    for (const name of CALL_OUT_TRANSITIONS) expect(table).toContain(`| ${name} |`);
  });

  it('leads from an escalation back to where it can have come from', () => {
    const diagram = renderStateDiagram(CALL_OUT_MACHINE);

    expect(diagram).toContain('ESCALATED --> DISPATCHED: RETURN');
    expect(diagram).not.toContain('ESCALATED --> CLOSED');
  });
});
