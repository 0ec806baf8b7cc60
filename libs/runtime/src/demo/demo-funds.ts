/** A fund of the demonstration; amounts are cents. */
export interface DemoFund {
  readonly code: string;
  readonly name: string;
  /** What donors read, where they can choose the fund. */
  readonly publicNames?: Readonly<Record<string, string>>;
  readonly kind: 'GRANT' | 'PUBLIC' | 'EMERGENCY';
  readonly rules: {
    readonly groups?: readonly string[];
    readonly excludedCodes?: readonly string[];
    readonly regions?: readonly string[];
    readonly overheadPercent?: number;
  };
  readonly lapsesInDays: number | null;
  readonly floor: string | null;
  readonly isPublic: boolean;
  readonly isFreeFund: boolean;
  /** The grant behind it, where there is one. */
  readonly grant: {
    readonly code: string;
    readonly minorUnits: string;
    readonly isManaged: boolean;
    /** The budget, with what the funder hopes to reach. */
    readonly lines: readonly {
      readonly group: string;
      readonly ceilingMinor: string;
      readonly peopleTarget: number;
      readonly needsTarget?: number;
    }[];
  } | null;
}

/** The pots of the demonstration. */
export const DEMO_FUNDS: readonly DemoFund[] = [
  {
    code: 'G-NORTH',
    name: 'Northern programme',
    kind: 'GRANT',
    rules: {
      regions: ['IN_COUNTRY'],
      excludedCodes: ['EVA-URGENT', 'EVA-FAMILY'],
      overheadPercent: 7,
    },
    lapsesInDays: 300,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: { code: 'GRANT-NORTH', minorUnits: '12000000', isManaged: false, lines: [] },
  },
  {
    code: 'G-CHILD',
    name: 'Children first',
    kind: 'GRANT',
    rules: { groups: ['CHD', 'PSY'] },
    lapsesInDays: 20,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: {
      ...{ code: 'GRANT-CHILD', minorUnits: '3000000', isManaged: true },
      lines: [
        { group: 'CHD', ceilingMinor: '2400000', peopleTarget: 80, needsTarget: 25 },
        { group: 'PSY', ceilingMinor: '600000', peopleTarget: 15 },
      ],
    },
  },
  {
    code: 'G-REHAB',
    name: 'Recovery abroad',
    kind: 'GRANT',
    rules: { groups: ['MED', 'PSY'], regions: ['ABROAD'] },
    lapsesInDays: 200,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: {
      ...{ code: 'GRANT-REHAB', minorUnits: '6000000', isManaged: true },
      lines: [
        { group: 'MED', ceilingMinor: '4500000', peopleTarget: 40 },
        { group: 'PSY', ceilingMinor: '1500000', peopleTarget: 20 },
      ],
    },
  },
  {
    code: 'P-FREE',
    name: 'Where it is needed most',
    publicNames: {
      en: 'Where it is needed most',
      be: 'Туды, дзе найбольш патрэбна',
      ru: 'Туда, где нужнее всего',
      pl: 'Tam, gdzie najbardziej potrzeba',
      lt: 'Ten, kur labiausiai reikia',
    },
    kind: 'PUBLIC',
    rules: {},
    lapsesInDays: null,
    floor: null,
    isPublic: true,
    isFreeFund: true,
    grant: null,
  },
  {
    code: 'P-EMERG',
    name: 'First hours',
    publicNames: {
      en: 'First hours',
      be: 'Першыя гадзіны',
      ru: 'Первые часы',
      pl: 'Pierwsze godziny',
      lt: 'Pirmosios valandos',
    },
    kind: 'EMERGENCY',
    rules: {},
    lapsesInDays: null,
    floor: '500000',
    isPublic: true,
    isFreeFund: false,
    grant: null,
  },
];
