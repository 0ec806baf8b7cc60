/** Whoever and whatever can make two families the same one. */
export interface Traits {
  readonly applicants: readonly string[];
  readonly prisoners: readonly {
    readonly name: string | null;
    readonly birthDate: string | null;
  }[];
  readonly phones: readonly string[];
}

/** In what two of them are alike; the thing itself is never said. */
export const LIKENESSES = [
  'APPLICANT_NAME',
  'PRISONER_NAME',
  'PRISONER_BIRTH_DATE',
  'PHONE',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Digits by which numbers are compared: with or without the country's code. */
const PHONE_DIGITS = 9;

/** Letters and digits of a text in one form; order of the words does not count. */
export function plainName(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.toSorted().join(' ');
}

/** The last digits of a number, null for one that is too short to tell anybody apart. */
export function plainPhone(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < PHONE_DIGITS ? null : digits.slice(-PHONE_DIGITS);
}

/** In what two are alike, each kind once. */
export function likenessesOf(one: Traits, other: Traits): readonly Likeness[] {
  const [mine, theirs] = [plain(one), plain(other)];
  return LIKENESSES.filter((kind) => mine[kind].some((value) => theirs[kind].includes(value)));
}

/** A phone, or two things together: a common name or a birthday alone is shared by strangers. */
export function isStrong(likenesses: readonly Likeness[]): boolean {
  return likenesses.length > 1 || likenesses.includes('PHONE');
}

function plain(traits: Traits): Readonly<Record<Likeness, readonly string[]>> {
  const { applicants, prisoners, phones } = traits;
  const names = prisoners.flatMap(({ name }) => (name === null ? [] : [plainName(name)]));
  return {
    APPLICANT_NAME: applicants.map(plainName).filter((name) => name !== ''),
    PRISONER_NAME: names.filter((name) => name !== ''),
    PRISONER_BIRTH_DATE: prisoners.flatMap(({ birthDate }) => birthDate ?? []),
    PHONE: phones.flatMap((phone) => plainPhone(phone) ?? []),
  };
}
