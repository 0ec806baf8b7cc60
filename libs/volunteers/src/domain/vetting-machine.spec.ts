import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { VETTING_MACHINE } from './vetting-machine.js';
import { VETTING_STATES } from './vetting-states.js';
import { VETTING_TRANSITIONS } from './vetting-transitions.js';

const PAGE = join(import.meta.dirname, '../../../../docs/domains/volunteers.md');

describe('docs/domains/volunteers.md', () => {
  it('shows the machine as it is', () => {
    const page = readFileSync(PAGE, 'utf8');

    expect(page).toContain(renderStateDiagram(VETTING_MACHINE).trimEnd());
    expect(page).toContain(renderTransitionTable(VETTING_MACHINE).trimEnd());
  });

  it('draws every state and every transition', () => {
    const diagram = renderStateDiagram(VETTING_MACHINE);
    const drawn = VETTING_STATES.filter((state) => diagram.includes(` ${state}`));
    const named = VETTING_TRANSITIONS.filter((name) => diagram.includes(`: ${name}`));

    expect(drawn).toEqual([...VETTING_STATES]);
    expect(named).toEqual([...VETTING_TRANSITIONS]);
  });
});
