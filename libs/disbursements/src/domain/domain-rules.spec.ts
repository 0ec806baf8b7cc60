import { describe, expect, it } from '@jest/globals';
import { approvalsRequired } from './approval-band.js';
import { bestTrust, type ChannelTrust } from './channel-trust.js';
import { duplicateWarnings, samePeriodDays } from './duplicate-warnings.js';
import { commitTo } from './evidence-commitment.js';
import { evidenceSuffices, strongestEvidence } from './evidence.js';
import { chooseFund, type FundCandidate } from './fund-choice.js';
import { exhaustedRail, normaliseRail, type RailState } from './rail-limit.js';
import { normaliseWord, receiptWord } from './receipt-word.js';
import { countsAsListed } from './recipient.js';
import { isReason } from './reason-codes.js';
import { checkOptionalText, checkText } from './text-rules.js';

describe('approvalsRequired', () => {
  it.each([
    [50_000n, 50_000n, 1],
    [50_000n, 50_001n, 2],
    [0n, 1n, 2],
    [50_000n, 1n, 1],
  ])('ceiling %s, need %s: %s', (ceiling, amount, signatures) => {
    expect(approvalsRequired(ceiling, amount)).toBe(signatures);
  });
});

describe('bestTrust', () => {
  it.each<[ChannelTrust[], ChannelTrust | null]>([
    [[], null],
    [['COMPROMISED'], 'COMPROMISED'],
    [['COMPROMISED', 'UNKNOWN'], 'UNKNOWN'],
    [['DEGRADED', 'VERIFIED', 'COMPROMISED'], 'VERIFIED'],
  ])('%j is %s', (trusts, best) => {
    expect(bestTrust(trusts)).toBe(best);
  });
});

describe('duplicate warnings', () => {
  const none = {
    sameCode: 0,
    sameFamily: 0,
    sameNeed: 0,
    needAmountMinor: 100n,
    ceilingMinor: 100n,
  };

  it.each([
    [{}, []],
    [{ sameCode: 1 }, ['SAME_NEED_CODE_IN_PERIOD']],
    [{ sameFamily: 2 }, ['SAME_FAMILY_IN_PERIOD']],
    [{ needAmountMinor: 101n }, ['OVER_CEILING']],
    [{ needAmountMinor: 101n, ceilingMinor: 0n }, []],
    [{ sameNeed: 1 }, ['OTHER_PAYOUT_FOR_THIS_NEED']],
  ])('%j warns of %j', (change, warnings) => {
    expect(duplicateWarnings({ ...none, ...change })).toEqual(warnings);
  });

  it('looks back as far as the kind of need repeats', () => {
    expect([samePeriodDays('WEEKLY'), samePeriodDays('MONTHLY'), samePeriodDays('ONCE')]).toEqual([
      7, 28, 365,
    ]);
  });
});

describe('evidence', () => {
  it.each([
    [[], null],
    [['E0'], 'E0'],
    [['E2'], null],
    [['E1', 'E2'], 'E2'],
    [['E3', 'E1'], 'E3'],
  ])('%j amounts to %s', (recorded, strongest) => {
    expect(strongestEvidence(recorded)).toBe(strongest);
  });

  it.each([
    ['E0', [], false],
    ['E0', ['E0'], true],
    ['E1', ['E0'], false],
    ['E2', ['E1'], false],
    ['E2', ['E1', 'E2'], true],
    ['E1', ['E4'], true],
  ] as const)('%s with %j: %s', (required, recorded, suffices) => {
    expect(evidenceSuffices(required, recorded)).toBe(suffices);
  });

  it('commits to a document under its salt and to nothing without it', () => {
    const document = Buffer.from('Demo-receipt');
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

    expect(commitTo(document, one).equals(commitTo(document, one))).toBe(true);
    expect(commitTo(document, one).equals(commitTo(document, other))).toBe(false);
    expect(() => commitTo(document, Buffer.alloc(8))).toThrow(RangeError);
  });
});

describe('chooseFund', () => {
  const fund = (fundId: string, more: Partial<FundCandidate> = {}): FundCandidate => ({
    fundId,
    isEarmarked: false,
    ruleCount: 0,
    lapsesOn: null,
    availableMinor: 1_000n,
    isEmergency: false,
    ...more,
  });

  it.each<[string, FundCandidate[], string | null, string | null]>([
    ['none', [], null, null],
    ['an empty one', [fund('a', { availableMinor: 0n })], null, null],
    ['a single one', [fund('a')], 'a', 'ONLY_CHOICE'],
    [
      'money for this need',
      [fund('a', { ruleCount: 5 }), fund('b', { isEarmarked: true })],
      'b',
      'EARMARKED',
    ],
    ['the most restricted', [fund('a'), fund('b', { ruleCount: 2 })], 'b', 'MOST_RESTRICTED'],
    [
      'what lapses first',
      [fund('a', { lapsesOn: '2030-02-01' }), fund('b', { lapsesOn: '2030-01-01' })],
      'b',
      'LAPSES_FIRST',
    ],
    [
      'what is enough',
      [fund('a', { availableMinor: 10n, ruleCount: 3 }), fund('b')],
      'b',
      'MOST_RESTRICTED',
    ],
    [
      'emergencies last',
      [fund('a', { isEmergency: true, ruleCount: 9 }), fund('b')],
      'b',
      'MOST_RESTRICTED',
    ],
  ])('takes %s', (_, funds, fundId, reason) => {
    const choice = chooseFund(funds, 500n);
    expect([choice?.fundId ?? null, choice?.reason ?? null]).toEqual([fundId, reason]);
  });
});

describe('rails', () => {
  const rail = (more: Partial<RailState> = {}): RailState => ({
    kind: 'MERCHANT',
    otherFamilies: 0,
    isKnown: false,
    limit: 3,
    ...more,
  });

  it.each([
    [[rail({ otherFamilies: 2 })], null],
    [[rail({ otherFamilies: 3 })], 'MERCHANT'],
    [[rail({ otherFamilies: 3, isKnown: true })], null],
    [[rail({ otherFamilies: 9, limit: 10 })], null],
    [[rail(), rail({ kind: 'CARD', otherFamilies: 3 })], 'CARD'],
    [[], null],
  ] as const)('%j exhausts %s', (rails, kind) => {
    expect(exhaustedRail(rails)).toBe(kind);
  });

  it('knows a merchant in every spelling', () => {
    expect(normaliseRail(' Demo-Shop 1 ')).toBe(normaliseRail('demo shop/1'));
    expect(normaliseRail('Demo-Shop 1')).not.toBe(normaliseRail('Demo-Shop 2'));
  });
});

describe('words, recipients, reasons and texts', () => {
  it('makes a word of two words and two digits, and reads it in every spelling', () => {
    const word = receiptWord(['amber', 'river', 'stone'], 507);

    expect(word).toBe('amber river 07');
    expect(normaliseWord('  Amber-River  07 ')).toBe(normaliseWord(word));
    expect(normaliseWord('amber river 08')).not.toBe(normaliseWord(word));
  });

  it.each([
    ['FAMILY', [], true, false],
    ['FAMILY', ['L_HARD'], true, true],
    ['PERSON_RELEASED', [], true, true],
    ['PERSON_HELD', ['L'], false, false],
  ] as const)('%s with %j, listed %s: %s', (recipient, flags, listed, counts) => {
    expect(countsAsListed(recipient, flags, listed)).toBe(counts);
  });

  it('keeps every reason on its own list', () => {
    expect(isReason('LOSE', 'SEIZED_AT_BORDER')).toBe(true);
    expect(isReason('FAIL', 'SEIZED_AT_BORDER')).toBe(false);
  });

  it.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['x'.repeat(11), 'TOO_LONG'],
    ['a\u202Eb', 'FORBIDDEN_CHARACTER'],
    ['a\u0000b', 'FORBIDDEN_CHARACTER'],
  ])('refuses the text %j: %s', (text, reason) => {
    expect(checkText('field', text, 10)).toMatchObject({ ok: false, error: { reason } });
  });

  it('trims texts and lets optional ones be missing', () => {
    expect(checkText('field', ' Demo ', 10)).toEqual({ ok: true, value: 'Demo' });
    expect(checkOptionalText('field', ' ', 10)).toEqual({ ok: true, value: null });
    expect(checkOptionalText('field', null, 10)).toEqual({ ok: true, value: null });
  });
});
