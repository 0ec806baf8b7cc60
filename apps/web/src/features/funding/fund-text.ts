import { plainAmount } from '../../ui/plain-amount';
import { readAmount } from '../../ui/read-amount';
import type { Fund } from './fund-page-types';
import type { FundRulesInput, PublicNameInput } from './funding.documents';

const ZERO = '0';

/** What somebody types about a fund, before it is checked. */
export interface FundText {
  readonly name: string;
  /** What donors read, by language; empty where the name itself will do. */
  readonly names: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
  readonly lapsesOn: string;
  readonly floor: string;
  readonly groups: string[];
  /** Single kinds that it may pay for, and that it may not. */
  readonly codes: string[];
  readonly excludedCodes: string[];
  readonly regions: string[];
  readonly perNeed: string;
  readonly perMonth: string;
  readonly overhead: string;
}

export const EMPTY_FUND: FundText = {
  name: '',
  names: {},
  isPublic: false,
  lapsesOn: '',
  floor: '',
  groups: [],
  codes: [],
  excludedCodes: [],
  regions: [],
  perNeed: '',
  perMonth: '',
  overhead: '',
};

/** A fund as the fields show it. */
export function textOf({ name, publicNames, isPublic, lapsesOn, floor, rules }: Fund): FundText {
  const amount = (minor: string | null): string =>
    minor === null || minor === ZERO ? '' : plainAmount(minor);
  return {
    name,
    names: Object.fromEntries(publicNames.map((each) => [each.language, each.name])),
    isPublic,
    lapsesOn: lapsesOn ?? '',
    floor: amount(floor.minorUnits),
    groups: [...(rules.groups ?? [])],
    codes: [...(rules.codes ?? [])],
    excludedCodes: [...(rules.excludedCodes ?? [])],
    regions: [...(rules.regions ?? [])],
    perNeed: amount(rules.perNeedCeilingMinor),
    perMonth: amount(rules.perPeriodCeilingMinor),
    overhead: rules.overheadPercent === null ? '' : String(rules.overheadPercent),
  };
}

/** The rules as the interface takes them; rules that have no field here stay as they are. */
export function rulesOf(text: FundText, before: Fund['rules'] | null): FundRulesInput {
  return {
    channelClasses: before?.channelClasses ?? null,
    codes: anyOf(text.codes),
    excludedCodes: anyOf(text.excludedCodes),
    groups: anyOf(text.groups),
    regions: anyOf(text.regions),
    perNeedCeilingMinor: readAmount(text.perNeed),
    perPeriodCeilingMinor: readAmount(text.perMonth),
    overheadPercent: text.overhead === '' ? null : Number.parseInt(text.overhead, 10),
  };
}

/** Nothing chosen narrows nothing. */
const anyOf = (codes: string[]): string[] | null => (codes.length === 0 ? null : codes);

/** The names as the interface takes them: languages with nothing written show the name itself. */
export function namesOf({ names }: FundText): PublicNameInput[] {
  return Object.entries(names)
    .map(([language, name]) => ({ language, name: name.trim() }))
    .filter(({ name }) => name !== '');
}

/** Whether everything that is written can be read. */
export function isReadable(text: FundText): boolean {
  const amounts = [text.floor, text.perNeed, text.perMonth];
  return (
    text.name.trim() !== '' &&
    amounts.every((amount) => amount === '' || readAmount(amount) !== null) &&
    /^\d{0,3}$/.test(text.overhead)
  );
}
