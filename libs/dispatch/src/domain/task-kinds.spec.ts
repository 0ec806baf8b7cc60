import { describe, expect, it } from '@jest/globals';
import { CLAIM_MINUTES, workLapsesAt } from './leases.js';
import { findTaskKind, servesNeed, TASK_KINDS } from './task-kinds.js';

describe('the kinds of tasks', () => {
  it('are at least eight, each once', () => {
    const codes = TASK_KINDS.map(({ code }) => code);

    expect(codes.length).toBeGreaterThanOrEqual(8);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('give no personal data to the lowest tier', () => {
    const exposed = TASK_KINDS.filter(
      (kind) => kind.carriesPersonalData && kind.minimumTier === 'V1',
    );

    expect(exposed).toEqual([]);
  });

  it('serve the needs of their groups, or any where they name none', () => {
    const [parcel, research] = ['BUY_AND_POST', 'RESEARCH'].map(findTaskKind);
    if (parcel === undefined || research === undefined) throw new Error('a kind is gone');

    expect(servesNeed(parcel, 'DET-PARCEL')).toBe(true);
    expect(servesNeed(parcel, 'LGL-VISA')).toBe(false);
    expect(servesNeed(research, 'LGL-VISA')).toBe(true);
  });
});

describe('leases', () => {
  const now = new Date('2026-11-22T08:00:00Z');

  it('lapse in half an hour where life is at risk, and in twelve hours else', () => {
    expect(CLAIM_MINUTES).toEqual({ P0: 30, P1: 720, P2: 720, P3: 720, P4: 720 });
  });

  it('never end after the task is due', () => {
    const kind = findTaskKind('WRITE_LETTERS');
    if (kind === undefined) throw new Error('a kind is gone');
    const soon = new Date('2026-11-22T09:00:00Z');

    expect(workLapsesAt(kind, now, soon)).toEqual(soon);
    expect(workLapsesAt(kind, now, new Date('2027-11-22T09:00:00Z'))).toEqual(
      new Date('2026-11-29T08:00:00Z'),
    );
  });
});
