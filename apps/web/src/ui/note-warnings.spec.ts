import { describe, expect, it } from '@jest/globals';
import { noteWarnings } from './note-warnings';

/** Numbers of nobody, put together here so that none stands in the sources. */
const MOBILE = ['+999', '29', '000', '00', '01'].join(' ');
const LOCAL = `8 (${'0'.repeat(3)}) ${['000', '00', '02'].join(' ')}`;
const CARD = ['4111', '1111', '1111', '1111'].join(' ');
const NO_CARD = ['1234', '5678', '9012', '3456'].join(' ');
const ACCOUNT = ['XX61', '1090', '1014', '0000', '0712', '1981', '2874'].join(' ');

describe('what a note seems to hold', () => {
  it.each([
    ['a mobile number', `call ${MOBILE} in the evening`, 'PHONE'],
    ['a number without its country', `патэлефанаваць ${LOCAL}`, 'PHONE'],
    ['a card', `card ${CARD}`, 'CARD'],
    ['an account', `konto ${ACCOUNT}`, 'CARD'],
    ['an e-mail', 'пишет с some.one@example.org', 'EMAIL'],
    ['a street in Belarusian', 'жыве: вул. Прыкладная, д. 5', 'ADDRESS'],
    ['a street in Polish', 'mieszka przy ul. Przykładowej 12', 'ADDRESS'],
    ['a street in English', 'at 12 Example Street', 'ADDRESS'],
    ['a full name', 'spoke with Demo-Heron Alena about it', 'NAME'],
    ['a full name in Cyrillic', 'размаўлялі з Дэма Аленай', 'NAME'],
    ['initials and a surname', 'звонила А. Демова', 'NAME'],
  ])('warns of %s', (_, text, warning) => {
    expect(noteWarnings(text)).toEqual([warning]);
  });

  it.each([
    ['plain words', 'She asks for the school kit; the older child starts in September.'],
    ['days and times', 'Called on 2026-11-20 and on 21.11.2026 at 18:30.'],
    ['an amount', 'Rent is EUR 1 250.00 for 3 months.'],
    ['the start of a sentence', 'Call Monday. Since December nothing came. The Red Cross helped.'],
    ['long numbers that are no card', `file ${NO_CARD}`],
    ['nothing', ''],
  ])('is silent about %s', (_, text) => {
    expect(noteWarnings(text)).toEqual([]);
  });

  it('says each thing once, whatever the order', () => {
    const text = `Demo-Heron Alena ${MOBILE}, Demo-Heron Ivan ${MOBILE}`;
    expect(noteWarnings(text)).toEqual(['PHONE', 'NAME']);
  });
});
