import { describe, expect, it } from '@jest/globals';
import { amountBand, visibleFrom } from './bands.js';
import { coarser, fits, isFacetValue, type PublicListCell } from './facets.js';
import { askGate, type GateGround } from './gate.js';
import { readPublicList } from './public-list-file.js';
import { stageOf } from './public-text.js';
import { shinglesOf, similarPercent } from './similarity.js';

const cell = (more: Partial<PublicListCell>): PublicListCell => ({
  ...{ sex: 'M', region: 'IN_WEST', year: 2021, term: 'FROM_2_TO_5', children: 'TWO', persons: 4 },
  ...more,
});
const CELLS = [
  cell({}),
  cell({ year: 2022, persons: 7 }),
  cell({ children: 'ONE', persons: 20 }),
  cell({ sex: 'F', persons: 9 }),
];
const SOUND: GateGround = {
  ...{ kind: 'CARD', flags: ['N'], isConsentLive: true, body: 'A parcel is wanted.' },
  ...{ facts: { sex: 'M' }, before: [], cells: CELLS, smallestCell: 10, mostSimilarPercent: 0 },
};
const found = (change: Partial<GateGround>) => askGate({ ...SOUND, ...change }).findings;

describe('the gate', () => {
  it('finds nothing where enough people fit', () => {
    expect(askGate(SOUND)).toMatchObject({ findings: [], persons: 31, proposal: null });
  });

  it.each<[Partial<GateGround>, string]>([
    [{ flags: ['S', 'X'] }, 'NEVER_PUBLISHED'],
    [{ isConsentLive: false }, 'NO_PUBLICATION_CONSENT'],
    [{ isConsentLive: false, kind: 'UPDATE' }, 'NO_UPDATE_CONSENT'],
    [{ body: '' }, 'TEXT_EMPTY_OR_LONG'],
    [{ body: 'x'.repeat(301) }, 'TEXT_EMPTY_OR_LONG'],
    [{ body: 'Call +999 600 00000' }, 'TEXT_HAS_CONTACT'],
    [{ body: 'Write to demo@lantern.example' }, 'TEXT_HAS_CONTACT'],
    [{ body: 'See t.me/demo' }, 'TEXT_HAS_CONTACT'],
    [{ cells: [] }, 'NO_PUBLIC_LIST'],
    [{ facts: { sex: 'F' } }, 'TOO_FEW_PEOPLE'],
    [{ facts: { year: '2021' }, before: [{ sex: 'F' }] }, 'TOO_FEW_TOGETHER'],
    [{ mostSimilarPercent: 40 }, 'TEXT_TOO_SIMILAR'],
    [{ smallestCell: 32 }, 'TOO_FEW_PEOPLE'],
  ])('refuses %j', (change, code) => {
    expect(found(change)).toEqual([code]);
  });

  it('never asks for fewer than ten, whatever the organisation has set', () => {
    expect(found({ facts: { sex: 'F' }, smallestCell: 3 })).toEqual(['TOO_FEW_PEOPLE']);
  });

  it('takes amounts and a year for no contact', () => {
    expect(found({ body: 'Since 2021 they pay 1250 euros for 3 of 4 rooms.' })).toEqual([]);
  });

  it('proposes the least that has to go', () => {
    const wanted = { sex: 'M', year: '2021', children: 'TWO' };
    const { proposal } = askGate({ ...SOUND, facts: wanted });
    // Eleven have two children and were taken in 2020-2022; with any children it would be 24 in 2021.
    expect(proposal).toEqual({
      facts: { sex: 'M', year: '2020-2022', children: 'TWO' },
      persons: 11,
    });
  });

  it('proposes nothing where silence would not help', () => {
    const { findings, proposal } = askGate({ ...SOUND, before: [{ sex: 'F' }] });
    expect(findings).toEqual(['TOO_FEW_TOGETHER']);
    expect(proposal).toBeNull();
  });
});

describe('facets', () => {
  it('have coarser values that hold the finer ones', () => {
    expect(coarser('year', '2022')).toBe('2020-2022');
    expect(coarser('year', '2019')).toBe('2017-2019');
    expect(coarser('year', '2020-2022')).toBeNull();
    expect(coarser('term', 'FROM_2_TO_5')).toBe('UP_TO_5');
    expect(coarser('children', 'NONE')).toBeNull();
    expect(fits(cell({}), 'year', '2020-2022')).toBe(true);
    expect(fits(cell({}), 'children', 'ANY')).toBe(true);
    expect(fits(cell({}), 'children', 'ONE')).toBe(false);
  });

  it('have values that mean something, and no others', () => {
    const regions = ['IN_WEST'];
    expect(isFacetValue('year', '2021-2023', regions)).toBe(false);
    expect(isFacetValue('year', '2020-2022', regions)).toBe(true);
    expect(isFacetValue('region', 'ABROAD_PL', regions)).toBe(false);
    expect(isFacetValue('term', 'UP_TO_5', regions)).toBe(true);
    expect(isFacetValue('children', 'FOUR', regions)).toBe(false);
  });
});

describe('likeness of texts', () => {
  it('is counted in triples of words, without case and punctuation', () => {
    const one = shinglesOf('A parcel with warm things for winter');
    expect(similarPercent(one, shinglesOf('a parcel, with WARM things for winter!'))).toBe(100);
    expect(similarPercent(one, shinglesOf('A parcel with warm things for spring'))).toBe(66);
    expect(similarPercent(one, shinglesOf('Rent of one room until summer'))).toBe(0);
    expect(similarPercent([], [])).toBe(0);
    expect(shinglesOf('Medicine')).toHaveLength(1);
  });
});

describe('bands', () => {
  it('round amounts down to a step, and never to nothing', () => {
    const minors = [40_000n, 34_721n, 9_999n, 5n, 123_456n, 9_999_999n];
    expect(minors.map(amountBand)).toEqual([
      ...[40_000n, 30_000n, 9_000n, 1_000n, 100_000n, 9_900_000n],
    ]);
  });

  it('let two weeks pass after the approval, across a change of clocks too', () => {
    expect(visibleFrom('2026-03-20', '2026-03-21')).toBe('2026-04-03');
    expect(visibleFrom('2026-01-01', '2026-03-21')).toBe('2026-03-21');
  });
});

describe('a text on the list', () => {
  const ground = { visibleFrom: '2026-02-10', isCardOver: false, isSilent: false };
  it.each([
    [{ state: 'PROPOSED' as const }, 'WAITING'],
    [{ state: 'PUBLISHED' as const }, 'PUBLIC'],
    [{ state: 'PUBLISHED' as const, visibleFrom: '2026-02-11' }, 'COOLING'],
    [{ state: 'PUBLISHED' as const, isSilent: true }, 'HIDDEN'],
    [{ state: 'PUBLISHED' as const, isCardOver: true, isSilent: true }, 'ENDED'],
    [{ state: 'WITHDRAWN' as const }, 'ENDED'],
    [{ state: 'SENT_BACK' as const }, 'SENT_BACK'],
  ])('%j stands at %s', (change, stage) => {
    expect(stageOf({ ...ground, ...change }, '2026-02-10')).toBe(stage);
  });
});

describe('a public list', () => {
  const HEAD = 'sex,region,year,term,children';
  const read = (file: string) => readPublicList(file, ['IN_WEST', 'IN_EAST']);

  it('is read into rows that differ, with the persons they stand for', () => {
    const rows =
      'M,IN_WEST,2021,NONE,ONE\r\nM,IN_WEST,2021,NONE,ONE\n\nF,IN_EAST,2020,OVER_10,NONE\n';
    const answer = read(`\uFEFF${HEAD}\n${rows}`);
    expect(answer.ok && answer.value.map(({ persons }) => persons)).toEqual([2, 1]);
    const counted = read(`persons,${HEAD}\n12,M,IN_WEST,2021,NONE,ONE`);
    expect(counted.ok && counted.value[0]?.persons).toBe(12);
  });

  it.each([
    [`name,${HEAD}\nx,M,IN_WEST,2021,NONE,ONE`, 'header', 'UNKNOWN_COLUMN'],
    ['sex,region,year,term\n', 'header', 'COLUMN_MISSING'],
    [`${HEAD},sex\n`, 'header', 'COLUMN_MISSING'],
    [HEAD, 'header', 'EMPTY'],
    [`${HEAD}\nM,IN_WEST,2021,NONE,ONE\nM,ABROAD_PL,2021,NONE,ONE`, 'line 3', 'UNKNOWN_CODE'],
    [`${HEAD}\nM,IN_WEST,21,NONE,ONE`, 'line 2', 'UNKNOWN_CODE'],
    [`${HEAD}\nM,IN_WEST,2021,NONE`, 'line 2', 'UNKNOWN_CODE'],
    [`${HEAD},persons\nM,IN_WEST,2021,NONE,ONE,0`, 'line 2', 'UNKNOWN_CODE'],
  ])('is refused as %j', (file, field, reason) => {
    expect(read(file)).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field, reason } });
  });
});
