/**
 * Finds what looks like the data of a real person in a text: phone numbers, Belarusian identity
 * numbers, bank accounts, card numbers, e-mail addresses. Checksums keep made-up digits out.
 * Reserved fakes pass: +999…, fictional ranges of numbering plans, example domains, published test
 * cards, country codes no country has.
 */
export function findPersonalData(text) {
  return [
    ...matches(text, EMAIL, isRealEmail, 'e-mail address'),
    ...matches(text, IDENTITY_NUMBER, isIdentityNumber, 'identity number'),
    ...matches(text, IBAN, isIban, 'bank account'),
    ...matches(text, CARD, isCard, 'card number'),
    ...PHONES.flatMap((pattern) => matches(text, pattern, isRealPhone, 'phone number')),
  ];
}

const EMAIL = /[\p{L}\d._%+-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}/gu;
const RESERVED_DOMAIN = /(?:^|[.@])(?:example\.(?:org|com|net)|example|test|invalid|localhost)$/i;
const IDENTITY_NUMBER = /(?<![A-Z\d])\d{7}[A-Z]\d{3}[A-Z]{2}\d(?![A-Z\d])/gi;
const IBAN = /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/g;
const CARD = /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w.-])/g;
/** International with + or 00; neighbouring countries without it; numbers grouped as people write them. */
const PHONES = [
  /\+[1-9](?:[ ().-]{0,2}\d){8,14}(?!\w)/g,
  /(?<![\w+.-])00[1-9](?:[ ().-]{0,2}\d){9,12}(?!\w)/g,
  /(?<![\w+.-])(?:375|380)[ (-]{0,2}\d{2}(?:[ )-]{0,2}\d){7}(?![\w.-])/g,
  /(?<![\w+.-])8[ (-]{0,2}0\d{2}(?:[ )-]{0,2}\d){7}(?![\w.-])/g,
  /(?<![\w.:-]|\+[\d ().-]*)\(?\d{2,4}\)?[ -]\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})?(?![\w.:-])/g,
];
const FICTIONAL_PHONE = /^(?:999|1\d{3}55501\d\d$|447700900\d{3}$)/;
const ISO_DATE = /^(?:19|20)\d\d-[01]\d-[0-3]\d/;
const CARD_ISSUER = /^(?:4|5[1-5]|2[2-7]|3[47]|6|9112)/;
const TEST_CARD = /^(?:400000|4242424242424242$|5555555555554444$|378282246310005$)/;
const UNASSIGNED_COUNTRY = /^(?:ZZ|QM|X[A-JL-Z])/;

function matches(text, pattern, isReal, kind) {
  return [...text.matchAll(pattern)]
    .filter(({ 0: found, index }) => !isMarkedFake(text, index) && isReal(found, text, index))
    .map(({ 0: found }) => ({ kind, found }));
}

/** A token that begins with Demo- says of itself that it is invented. */
function isMarkedFake(text, index) {
  return /Demo-[\p{L}\d-]*$/u.test(text.slice(0, index));
}

const digitsOf = (text) => text.replace(/\D/g, '');

function isRealEmail(address, text, index) {
  const inUrl = /[a-z]+:\/\/[^\s/]*$/i.test(text.slice(0, index));
  const isCloneUrl = address.startsWith('git@');
  return !inUrl && !isCloneUrl && !RESERVED_DOMAIN.test(address);
}

function isRealPhone(candidate) {
  if (ISO_DATE.test(candidate)) return false;
  const digits = digitsOf(candidate).replace(/^00/, '');
  const isReserved = FICTIONAL_PHONE.test(digits) || TEST_CARD.test(digits);
  return digits.length >= 9 && !/^(\d)\1+$/.test(digits) && !isReserved;
}

/** Digits count as themselves, letters as A = 10 … Z = 35. */
const valueOf = (character) => Number.parseInt(character, 36);

/** The last digit is the sum of the others weighted 7, 3, 1 in turn, modulo ten. */
function isIdentityNumber(candidate) {
  const values = [...candidate].map(valueOf);
  const check = values.pop();
  const sum = values.reduce((sum, value, i) => sum + value * [7, 3, 1][i % 3], 0);
  return sum % 10 === check;
}

/** ISO 13616: first four characters to the end, letters as numbers, remainder of 97 is one. */
function isIban(candidate) {
  const compact = candidate.replaceAll(' ', '');
  if (UNASSIGNED_COUNTRY.test(compact)) return false;
  const digits = [...compact.slice(4), ...compact.slice(0, 4)].map(valueOf).join('');
  return BigInt(digits) % 97n === 1n;
}

/** ISO/IEC 7812, Luhn: from the right every second digit doubled, digits summed, modulo ten. */
function isCard(candidate) {
  const digits = digitsOf(candidate);
  if (!CARD_ISSUER.test(digits) || TEST_CARD.test(digits)) return false;
  const sum = [...digits].reverse().reduce((sum, digit, i) => {
    const value = i % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
