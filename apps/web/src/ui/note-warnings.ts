/** What a free text seems to hold that belongs into a sealed field of its own, or nowhere. */
export type NoteWarning = 'EMAIL' | 'CARD' | 'PHONE' | 'ADDRESS' | 'NAME';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const ACCOUNT =
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){3,7}(?:[ -]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu;
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
const DAY = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\d)/g;
const TIME = /(?<!\d)\d{1,2}:\d{2}(?!\d)/g;
const PHONE = /(?<!\d[ ().-]{0,2})\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![ ().-]{0,2}\d)/g;
const PHONE_DIGITS = { withPlus: 8, alone: 9, most: 15 } as const;

/** Words for a street or a dwelling, in the languages of the desk, with a number near. */
const STREET =
  /(?<!\p{L})(?:вуліц\p{L}*|вул\.|улиц\p{L}*|ул\.|праспект\p{L}*|проспект\p{L}*|пр-т|завул\p{L}*|переул\p{L}*|кватэр\p{L}*|квартир\p{L}*|кв\.|ulic\p{L}*|ul\.|alej\p{L}*|mieszkani\p{L}*|gatv\p{L}*|g\.|pr\.|street|st\.|avenue|road|lane|flat|apartment)(?!\p{L})(?:[^.;\n]|(?<=(?<!\p{L})\p{L}{1,3})\.){0,40}?\d/iu;
const STREET_AFTER_NUMBER =
  /\d+[a-zа-я]?,? (?:\p{Lu}[\p{L}’']+ ){1,3}(?:street|st|avenue|road|lane)(?!\p{L})/iu;

const WORD = String.raw`\p{Lu}[\p{Ll}’'ʼ]{2,}(?:-\p{Lu}[\p{Ll}’'ʼ]+)?`;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}-])(${WORD})[ \u00a0]+(${WORD})(?![\p{L}])`,
  'gu',
);
const INITIALS = /(?<!\p{L})(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}{2,}/u;
/** Capitalised words that are no one's name. */
const NO_NAME = new Set(
  `the new red from with until since after before next last this that call called
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday poland lithuania georgia belarus`.split(
    /\s+/,
  ),
);

/**
 * Reads a free text and says what it looks like it holds. It only warns: a caseworker knows better, and nothing of the
 * text leaves this function.
 */
export function noteWarnings(text: string): readonly NoteWarning[] {
  const found: NoteWarning[] = [];
  const rest = take(
    text,
    EMAIL,
    () => true,
    () => found.push('EMAIL'),
  );
  const withoutAccounts = take(
    rest,
    ACCOUNT,
    () => true,
    () => found.push('CARD'),
  );
  const withoutCards = take(withoutAccounts, CARD, isCard, () => found.push('CARD'));
  const plain = withoutCards.replace(DAY, '#').replace(TIME, '#');
  take(plain, PHONE, isPhone, () => found.push('PHONE'));
  const withoutStreets = plain.replace(STREET, '#').replace(STREET_AFTER_NUMBER, '#');
  if (withoutStreets !== plain) found.push('ADDRESS');
  if (hasName(withoutStreets)) found.push('NAME');
  return [...new Set(found)];
}

/** The text without what fits, telling of each. */
function take(
  text: string,
  pattern: RegExp,
  fits: (match: string) => boolean,
  tell: () => void,
): string {
  return text.replace(pattern, (match) => {
    if (!fits(match)) return match;
    tell();
    return '#';
  });
}

/** The check digit that every payment card has (Luhn). */
function isCard(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  const sum = [...digits].toReversed().reduce((total, each, place) => {
    const doubled = Number(each) * (place % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function isPhone(match: string): boolean {
  const { length } = match.replace(/\D/g, '');
  const least = match.startsWith('+') ? PHONE_DIGITS.withPlus : PHONE_DIGITS.alone;
  return length >= least && length <= PHONE_DIGITS.most;
}

function hasName(text: string): boolean {
  if (INITIALS.test(text)) return true;
  return [...text.matchAll(FULL_NAME)].some(
    ([, first = '', second = '']) =>
      !NO_NAME.has(first.toLowerCase()) && !NO_NAME.has(second.toLowerCase()),
  );
}
