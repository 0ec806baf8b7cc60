import { describe, expect, it } from '@jest/globals';
import { isJurisdictionCode, jurisdictionPack } from './jurisdiction-pack.js';
import { findEntry, labelOf } from './pack.js';

describe('jurisdictionPack', () => {
  it('hands out the pack that was asked for', () => {
    expect(jurisdictionPack('by').timeZone).toBe('Europe/Minsk');
    expect(jurisdictionPack('mm').timeZone).toBe('Asia/Yangon');
  });

  it('holds the defaults of the design for Belarus', () => {
    expect(jurisdictionPack('by')).toMatchObject({
      consentLapseMonths: 12,
      contactRhythmDays: 45,
      retentionDays: { T0: 90, T1: 365 },
    });
  });

  it.each([
    ['by', true],
    ['mm', true],
    ['BY', false],
    ['', false],
    ['toString', false],
    ['__proto__', false],
  ])('knows whether "%s" is a pack: %s', (text, known) => {
    expect(isJurisdictionCode(text)).toBe(known);
  });

  it.each([
    'IN_CAPITAL',
    'IN_WEST',
    'IN_EAST',
    'IN_NORTH',
    'IN_SOUTH',
    'ABROAD_PL',
    'ABROAD_LT',
    'ABROAD_GE',
    'ABROAD_OTHER',
  ])('has the region class %s', (code) => {
    expect(findEntry(jurisdictionPack('by'), 'regionClasses', code)?.inCountry).toBe(
      code.startsWith('IN_'),
    );
  });

  it('shares no facility or recognition of Belarus with Myanmar', () => {
    const myanmar = jurisdictionPack('mm');

    expect(findEntry(myanmar, 'facilityTypes', 'SIZO')).toBeUndefined();
    expect(findEntry(myanmar, 'recognitionBases', 'VIASNA')).toBeUndefined();
  });
});

describe('labelOf', () => {
  const pack = jurisdictionPack('by');
  const pardoned = {
    code: 'PARDONED',
    label: findEntry(pack, 'custodyStatuses', 'PARDONED')?.label ?? {},
  };

  it.each([
    ['en', 'Released by pardon decree'],
    ['ru', 'На свободе по указу о помиловании'],
    ['lt', 'Laisvėje malonės dekretu'],
    ['lv', 'Released by pardon decree'],
    ['constructor', 'Released by pardon decree'],
  ])('answers in %s, else in the first language of the pack', (language, text) => {
    expect(labelOf(pack, pardoned, language)).toBe(text);
  });

  it.each(['EXTREMIST', 'TERRORIST'])('never repeats the state’s label %s as a fact', (code) => {
    const entry = findEntry(pack, 'stateLists', code);

    expect(entry?.label.en).toContain('(so labelled)');
    expect(entry?.label.be).toContain('(так названа)');
    expect(entry?.label.ru).toContain('(так названо)');
    expect(entry?.label.pl).toContain('(tak nazwanej)');
    expect(entry?.label.lt).toContain('(taip vadinamame)');
  });
});
