import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './check-sides.mjs';
import { rowsOfDesk, rowsOfPostgraphile } from './screen.mjs';

const desk = {
  id: 'need-1',
  group: 'MED',
  clock: { kind: 'ANSWER', dueAt: '2030-01-01T00:00:00.000Z', isOverdue: false },
  amount: { minorUnits: '1000', currency: 'EUR' },
  funded: { minorUnits: '400', currency: 'EUR' },
  remaining: { minorUnits: '600', currency: 'EUR' },
  assignee: { id: 'person-1', standing: 'ACTIVE' },
};
const postgraphile = {
  rowId: 'need-1',
  needGroup: 'MED',
  clockKind: 'ANSWER',
  clockDueAt: '2030-01-01T01:00:00+01:00',
  isOverdue: false,
  currency: 'EUR',
  amountMinor: '1000',
  fundedMinor: '400',
  remainingMinor: '600',
  assigneeId: 'person-1',
  assigneeStanding: 'ACTIVE',
};
const pageInfo = { endCursor: null, hasNextPage: true };
const ofDesk = (node: object) =>
  rowsOfDesk({ data: { needQueue: { edges: [{ node }], pageInfo } } });
const ofPostgraphile = (node: object) =>
  rowsOfPostgraphile({ data: { allOpenNeeds: { nodes: [node], pageInfo } } });

describe('the sides of the queue', () => {
  it('are the same when they say the same, however they shape it', () => {
    expect(differenceOf(ofDesk(desk), ofPostgraphile(postgraphile))).toBeNull();
  });

  it.each([
    [{ ...postgraphile, fundedMinor: '401' }, 'row 0, funded'],
    [{ ...postgraphile, clockDueAt: null }, 'row 0, clock'],
    [{ ...postgraphile, assigneeId: null }, 'row 0, assignee'],
    [{ ...postgraphile, more: 1 }, 'row 0, more'],
  ])('differ in what is named', (node, place) => {
    expect(differenceOf(ofDesk(desk), ofPostgraphile(node))).toContain(place);
  });

  it('differ in how many rows there are and whether more follow', () => {
    const page = ofDesk(desk);

    expect(differenceOf(page, { ...page, rows: [] })).toBe('0 rows');
    expect(differenceOf(page, { ...page, hasNextPage: false })).toContain('page');
  });

  it('do not hide an error', () => {
    expect(() => rowsOfDesk({ errors: [{ message: 'no' }] })).toThrow('no');
    expect(() => rowsOfPostgraphile({ errors: [{ message: 'no' }] })).toThrow('no');
  });
});
