import { describe, expect, it } from '@jest/globals';
import { renderStateDiagram, renderTransitionTable } from '@kinward/kernel';
import { TASK_MACHINE } from './task-machine.js';
import { TASK_STATES } from './task-states.js';
import { TASK_TRANSITION_TABLE } from './task-transitions.js';

describe('the drawing of the state machine', () => {
  it('has an arrow for every way and shows every state', () => {
    const diagram = renderStateDiagram(TASK_MACHINE);
    const ways = TASK_TRANSITION_TABLE.flatMap((row) => row.from).length;

    expect(diagram.split('\n').filter((line) => line.includes(': '))).toHaveLength(ways);
    for (const state of TASK_STATES) expect(diagram).toContain(` ${state}`);
  });

  it('has a row for every transition', () => {
    for (const { name } of TASK_TRANSITION_TABLE)
      expect(renderTransitionTable(TASK_MACHINE)).toContain(`| ${name} |`);
  });
});
