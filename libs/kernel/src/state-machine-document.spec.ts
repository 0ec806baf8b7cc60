import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from './state-machine-document.js';

const MACHINE = {
  first: 'OPEN',
  last: ['SHUT'],
  rows: [
    { name: 'STOP', from: ['OPEN', 'AJAR'], to: 'STOPPED', who: ['A', 'B'], guards: ['G'] },
    { name: 'GO_ON', from: ['STOPPED'], to: 'STATE_BEFORE', who: ['A'], guards: [] },
    { name: 'LOOK', from: ['OPEN'], to: 'SAME', who: ['A'], guards: [] },
  ],
};

describe('the document of a state machine', () => {
  it('draws an arrow for each pair of states', () => {
    expect(renderStateDiagram(MACHINE).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> OPEN',
      '  OPEN --> STOPPED: STOP',
      '  AJAR --> STOPPED: STOP',
      '  STOPPED --> OPEN: GO_ON',
      '  STOPPED --> AJAR: GO_ON',
      '  OPEN --> OPEN: LOOK',
      '  SHUT --> [*]',
      '',
    ]);
  });

  it('has a line for each row, and effects only where there are some', () => {
    const [head, , stop, goOn, look] = renderTransitionTable(MACHINE).split('\n');

    expect(head).toBe('| Transition | From | To | Who | Guards |');
    expect(stop).toBe('| STOP | OPEN, AJAR | STOPPED | A or B | G |');
    expect(goOn).toBe('| GO_ON | STOPPED | the state before | A | - |');
    expect(look).toBe('| LOOK | OPEN | the same state | A | - |');
    const [first, ...others] = MACHINE.rows;
    const rows = [{ ...first!, effects: ['NEWS'] }, ...others];
    expect(renderTransitionTable({ ...MACHINE, rows })).toContain('| A or B | G | NEWS |');
  });

  it('takes the states before from the row where they are not to be seen from the table', () => {
    const rows = [{ ...MACHINE.rows[1]!, statesBefore: ['OPEN'] }];
    expect(renderStateDiagram({ ...MACHINE, rows })).not.toContain('AJAR');
  });
});
