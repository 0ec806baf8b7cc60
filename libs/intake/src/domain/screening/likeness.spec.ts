import { describe, expect, it } from '@jest/globals';
import { isStrong, likenessesOf, plainName, plainPhone, type Traits } from './likeness.js';

const someone: Traits = {
  applicants: ['Demo-Alder Mara'],
  prisoners: [{ name: 'Demo-Alder Piotr', birthDate: '1979-09-09' }],
  phones: ['+999 33 000-77-88'],
};
const stranger: Traits = {
  applicants: ['Demo-Birch Vera'],
  prisoners: [{ name: 'Demo-Birch Ivan', birthDate: '1980-01-01' }],
  phones: ['+999 500 000 001'],
};

describe('likenessesOf', () => {
  it.each<[string, Partial<Traits>, readonly string[]]>([
    ['nothing', {}, []],
    ['the order and case of words', { applicants: ['mara  ALDER, demo'] }, ['APPLICANT_NAME']],
    ['a number in another form', { phones: ['+999 (033) 0007788'] }, ['PHONE']],
    [
      'a birth date',
      { prisoners: [{ name: null, birthDate: '1979-09-09' }] },
      ['PRISONER_BIRTH_DATE'],
    ],
    [
      'the same prisoner',
      { prisoners: someone.prisoners },
      ['PRISONER_NAME', 'PRISONER_BIRTH_DATE'],
    ],
    ['names without a letter', { applicants: ['…'] }, []],
    ['a number too short to tell anybody apart', { phones: ['7788'] }, []],
  ])('finds %s', (_, change, expected) => {
    expect(likenessesOf(someone, { ...stranger, ...change })).toEqual(expected);
  });

  it('is the same in both directions', () => {
    const other = { ...stranger, phones: someone.phones };

    expect(likenessesOf(other, someone)).toEqual(likenessesOf(someone, other));
  });
});

describe('isStrong', () => {
  it.each([
    [[], false],
    [['APPLICANT_NAME'], false],
    [['PHONE'], true],
    [['APPLICANT_NAME', 'PRISONER_NAME'], true],
  ] as const)('%j: %s', (likenesses, strong) => {
    expect(isStrong(likenesses)).toBe(strong);
  });
});

describe('plain forms', () => {
  it('keep letters of every script and digits', () => {
    expect(plainName('Дар’я  Демо-Тест')).toBe(plainName('демо тест ДАР’Я'));
    expect(plainPhone('+999 (29) 111-22-33')).toBe(plainPhone('029 1112233'));
    expect(plainPhone('112')).toBeNull();
  });
});
