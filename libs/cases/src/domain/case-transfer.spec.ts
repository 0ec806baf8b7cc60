import { describe, expect, it } from '@jest/globals';
import {
  dayOfAct,
  moveTransfer,
  offerLapsesOn,
  transferState,
  TRANSFER_STATES,
  type TransferAct,
} from './case-transfer.js';

const today = '2026-11-20';
const offer = { lapsesOn: '2026-11-20' } as const;

describe('an offer to hand a case over', () => {
  it.each([
    ['ACCEPT', ['OFFERED'], 'ACCEPTED'],
    ['DECLINE', ['OFFERED', 'ACCEPTED'], 'DECLINED'],
    ['WITHDRAW', ['OFFERED', 'ACCEPTED', 'SENT'], 'WITHDRAWN'],
    ['SEND', ['ACCEPTED'], 'SENT'],
    ['RECEIVE', ['SENT'], 'RECEIVED'],
  ] as const)('%s is possible from %j only', (act: TransferAct, from, to) => {
    for (const state of TRANSFER_STATES) {
      const moved = moveTransfer({ ...offer, state }, act, today);
      const isAllowed = (from as readonly string[]).includes(state);
      expect(moved).toEqual(
        isAllowed ? { ok: true, value: to } : { ok: false, error: { kind: 'WRONG_STATE', state } },
      );
    }
  });

  it('is received no earlier than it was sent, whatever the zones of the two', () => {
    const sent = { offeredOn: '2026-11-18', answeredOn: '2026-11-19', sentOn: '2026-11-21' };
    expect(dayOfAct(sent, today)).toBe('2026-11-21');
    expect(dayOfAct({ ...sent, sentOn: '2026-11-19' }, today)).toBe(today);
    expect(dayOfAct({ ...sent, sentOn: null, answeredOn: null }, '2026-11-17')).toBe('2026-11-18');
  });

  it('holds through its last day and has lapsed on the next', () => {
    expect(offerLapsesOn('2026-11-06')).toBe(offer.lapsesOn);
    expect(transferState({ ...offer, state: 'OFFERED' }, today)).toBe('OFFERED');
    for (const state of ['OFFERED', 'ACCEPTED'] as const) {
      expect(transferState({ ...offer, state }, '2026-11-21')).toBe('LAPSED');
      expect(moveTransfer({ ...offer, state }, 'WITHDRAW', '2026-11-21').ok).toBe(false);
    }
  });

  it('that was sent does not lapse: the family is on its way', () => {
    expect(transferState({ ...offer, state: 'SENT' }, '2027-11-21')).toBe('SENT');
  });
});
