import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from './state-machine-document.js';

const STOP = {
  name: 'STOP',
  from: ['OPEN', 'AJAR'],
  to: 'STOPPED',
  who: ['A', 'B'],
  guards: ['G'],
};
const GO_ON = { name: 'GO_ON', from: ['STOPPED'], to: 'STATE_BEFORE', who: ['A'], guards: [] };
const LOOK = { name: 'LOOK', from: ['OPEN'], to: 'SAME', who: ['A'], guards: [] };
const MACHINE = { first: 'OPEN', last: ['SHUT'], rows: [STOP, GO_ON, LOOK] };

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
    const rows = [{ ...STOP, effects: ['NEWS'] }, GO_ON, LOOK];
    expect(renderTransitionTable({ ...MACHINE, rows })).toContain('| A or B | G | NEWS |');
  });

  it('takes the states before from the row where they are not to be seen from the table', () => {
    const rows = [{ ...GO_ON, statesBefore: ['OPEN'] }];
    expect(renderStateDiagram({ ...MACHINE, rows })).not.toContain('AJAR');
  });
});
