import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderVettingDiagram, renderVettingTable } from './vetting-diagram.js';
import { VETTING_STATES } from './vetting-states.js';
import { VETTING_TRANSITIONS } from './vetting-transitions.js';

const PAGE = join(import.meta.dirname, '../../../../docs/domains/volunteers.md');

describe('docs/domains/volunteers.md', () => {
  it('shows the machine as it is', () => {
    const page = readFileSync(PAGE, 'utf8');

    expect(page).toContain(renderVettingDiagram().trimEnd());
    expect(page).toContain(renderVettingTable().trimEnd());
  });

  it('draws every state and every transition', () => {
    const diagram = renderVettingDiagram();
    const drawn = VETTING_STATES.filter((state) => diagram.includes(` ${state}`));
    const named = VETTING_TRANSITIONS.filter((name) => diagram.includes(`: ${name}`));

    expect(drawn).toEqual([...VETTING_STATES]);
    expect(named).toEqual([...VETTING_TRANSITIONS]);
  });
});
