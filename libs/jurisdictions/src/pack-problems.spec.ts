import { describe, expect, it } from '@jest/globals';
import { JURISDICTION_CODES, jurisdictionPack } from './jurisdiction-pack.js';
import { findPackProblems } from './pack-problems.js';
import type { JurisdictionPack } from './pack.js';

const sound: JurisdictionPack = jurisdictionPack('by');
const first = <T>(items: readonly T[]): T => items[0] as T;
const protocol = first(sound.callOutProtocols);

const ONE = { en: 'one', be: 'адзін', ru: 'один', pl: 'jeden', lt: 'vienas' };

describe('findPackProblems', () => {
  it.each(JURISDICTION_CODES)('finds nothing wrong with the pack "%s"', (code) => {
    expect(findPackProblems(jurisdictionPack(code))).toEqual([]);
  });

  it.each<[string, Partial<JurisdictionPack>, string]>([
    [
      'a repeated code',
      { stateLists: [...sound.stateLists, first(sound.stateLists)] },
      'stateLists.EXTREMIST: repeated',
    ],
    [
      'a missing translation',
      {
        stateLists: [{ code: 'ONE', label: { en: 'one', be: 'адзін', pl: 'jeden', lt: 'vienas' } }],
      },
      'stateLists.ONE: no label in ru',
    ],
    [
      'a blank translation',
      { stateLists: [{ code: 'ONE', label: { ...ONE, ru: ' ' } }] },
      'stateLists.ONE: no label in ru',
    ],
    [
      'a label in a language that is not the pack’s',
      {
        stateLists: [{ code: 'ONE', label: { ...ONE, lv: 'viens' } }],
      },
      'stateLists.ONE: label in foreign language lv',
    ],
    [
      'a code in lower case',
      { stateLists: [{ code: 'one', label: ONE }] },
      'stateLists.one: not a code',
    ],
    ['an empty list', { stateLists: [] }, 'stateLists: empty'],
    [
      'a repeated language',
      { languages: ['en', 'be', 'ru', 'pl', 'lt', 'en'] },
      'languages: repeated',
    ],
    [
      'no status for death',
      { custodyStatuses: sound.custodyStatuses.filter((status) => status.liberty !== 'DEAD') },
      'custodyStatuses: none means DEAD',
    ],
    [
      'no consent that aid depends on',
      { consentPurposes: sound.consentPurposes.filter((purpose) => !purpose.requiredForAid) },
      'consentPurposes: 0 required for aid, exactly 1 expected',
    ],
    [
      'recognition as the only gate',
      { recognitionBases: sound.recognitionBases.filter((basis) => basis.isListEvidence) },
      'recognitionBases: no way to say that nobody recognised the case',
    ],
    [
      'no region abroad',
      { regionClasses: sound.regionClasses.filter((region) => region.inCountry) },
      'regionClasses: none abroad',
    ],
    [
      'no region inside',
      { regionClasses: sound.regionClasses.filter((region) => !region.inCountry) },
      'regionClasses: none inside',
    ],
    [
      'a rhythm of nought days',
      { contactRhythmDays: 0 },
      'contactRhythmDays: not a positive whole number',
    ],
    [
      'half a month of consent',
      { consentLapseMonths: 0.5 },
      'consentLapseMonths: not a positive whole number',
    ],
    [
      'names kept longer than stories',
      { retentionDays: { T0: 400, T1: 365 } },
      'retentionDays: T0 is kept longer than T1',
    ],
    [
      'a need twice',
      { needTypes: [...sound.needTypes, first(sound.needTypes)] },
      'needTypes.DET-FIRST: repeated',
    ],
    [
      'a need without a group',
      {
        needTypes: [...sound.needTypes, { ...first(sound.needTypes), code: 'DET-X', group: 'XXX' }],
      },
      'needTypes.DET-X: group XXX is unknown',
    ],
    [
      'a code of a need that is none',
      { needTypes: [...sound.needTypes, { ...first(sound.needTypes), code: 'det-x' }] },
      'needTypes.det-x: not a code',
    ],
    [
      'a usual price that one person may not approve',
      {
        needTypes: [
          ...sound.needTypes,
          { ...first(sound.needTypes), code: 'DET-X', ceilingMinor: 1n },
        ],
      },
      'needTypes.DET-X: typical amount above its ceiling',
    ],
    [
      'a need without a price that must have one',
      {
        needTypes: [
          ...sound.needTypes,
          { ...first(sound.needTypes), code: 'DET-X', typicalMinor: 0n },
        ],
      },
      'needTypes.DET-X: costs nothing and may not',
    ],
    [
      'a need that nothing delivers',
      {
        needTypes: [...sound.needTypes, { ...first(sound.needTypes), code: 'DET-X', channels: [] }],
      },
      'needTypes.DET-X: no channel suits it',
    ],
    [
      'a flag that means nothing',
      {
        needTypes: [
          ...sound.needTypes,
          { ...first(sound.needTypes), code: 'DET-X', flags: ['Q' as 'X'] },
        ],
      },
      'needTypes.DET-X: unknown flag',
    ],
    [
      'a need that foundations cannot count',
      { needTypes: [...sound.needTypes, { ...first(sound.needTypes), code: 'DET-X', crs: 12 }] },
      'needTypes.DET-X: no purpose code',
    ],
    [
      'a need with half a label',
      {
        needTypes: [
          ...sound.needTypes,
          {
            ...first(sound.needTypes),
            code: 'DET-X',
            label: { en: 'x', be: 'x', pl: 'x', lt: 'x' },
          },
        ],
      },
      'needTypes.DET-X: no label in ru',
    ],
    [
      'a group without needs',
      { needTypes: sound.needTypes.filter((type) => type.group !== 'CAREGIVER') },
      'needGroups.CAREGIVER: no need belongs to it',
    ],
    [
      'a protocol above the cap',
      { callOutCaps: { lifeAtStakeMinor: 89_999n, otherMinor: 50_000n } },
      'callOutProtocols.RELEASE: needs above the cap',
    ],
    [
      'a protocol with a need that nobody knows',
      { callOutProtocols: [{ ...protocol, needs: [{ code: 'DET-X', amountMinor: 1n }] }] },
      'callOutProtocols.ARREST.DET-X: unknown need, or for nothing',
    ],
    [
      'a protocol that takes no time',
      {
        callOutProtocols: [{ ...protocol, tasks: [{ ...first(protocol.tasks), dueMinutes: 0 }] }],
      },
      'callOutProtocols.ARREST.FIND_LAWYER: takes no time',
    ],
    [
      'two protocols for one trigger',
      { callOutProtocols: [protocol, protocol] },
      'callOutProtocols.ARREST: not a code, or repeated',
    ],
    [
      'a protocol with half a label',
      { callOutProtocols: [{ ...protocol, label: { en: 'x', be: 'x', pl: 'x', lt: 'x' } }] },
      'callOutProtocols.ARREST: no label in ru',
    ],
    ['an unknown time zone', { timeZone: 'Nowhere/Land' }, 'timeZone: Nowhere/Land is unknown'],
  ])('reports %s', (_name, change, problem) => {
    expect(findPackProblems({ ...sound, ...change })).toEqual([problem]);
  });

  it('reports a pack that speaks no language', () => {
    expect(findPackProblems({ ...sound, languages: [] })).toContain('languages: none');
  });
});
