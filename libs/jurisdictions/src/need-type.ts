import type { CodedEntry } from './coded-entry.js';

/** How soon a kind of need must be answered (domain.md D). */
export type NeedPriority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** How often a family may get the same thing. */
export type NeedCadence =
  | 'ONCE'
  | 'ONCE_STAGED'
  | 'EVENT'
  | 'PER_STAGE'
  | 'WEEKLY'
  | 'MONTHLY'
  | 'QUARTERLY'
  | 'YEARLY'
  | 'FEW_A_YEAR'
  | 'BY_FACILITY_RULE'
  | 'ON_PERMIT'
  | 'UP_TO_3_IN_A_ROW'
  | 'UP_TO_6_MONTHS'
  | 'UP_TO_2_BLOCKS'
  | 'WINTER'
  | 'SCHOOL_YEAR';

/**
 * What to mind about a kind of need: `L` look at the state lists first, `L_HARD` never for a listed person, `R` only a
 * relative may do it, `N` never a bank into the country, `C` child, `H` health data, `T` trauma-informed, `V` vetted
 * people only, `S` security clearance each time, `X` never published, `D` bound to a date.
 */
export const NEED_FLAGS = ['L', 'L_HARD', 'R', 'N', 'C', 'H', 'T', 'V', 'S', 'X', 'D'] as const;
export type NeedFlag = (typeof NEED_FLAGS)[number];

/** Strength of a proof, from none (E0) to a sealed full document (E4). */
export type EvidenceClass = 'E0' | 'E1' | 'E2' | 'E3' | 'E4';

/** One kind of need. Amounts are minor units of EUR and proposals that practitioners review. */
export interface NeedType<L extends string = string> extends CodedEntry<L> {
  /** A code of the pack's `needGroups`: the part of the code before the hyphen. */
  readonly group: string;
  readonly priority: NeedPriority;
  readonly typicalMinor: bigint;
  /** Up to here one approver is enough; 0 means that two always sign. */
  readonly ceilingMinor: bigint;
  /** Work or advice that may cost nothing. */
  readonly mayBeFree: boolean;
  readonly cadence: NeedCadence;
  /** Channel classes that suit it, the first one proposed. */
  readonly channels: readonly string[];
  readonly evidence: { readonly inCountry: EvidenceClass; readonly abroad: EvidenceClass };
  readonly flags: readonly NeedFlag[];
  /** OECD purpose code, as foundations report it. */
  readonly crs: number;
}

/**
 * How long an answer and an action may take. Wall time for what cannot wait for office hours, calendar days of the
 * organisation's zone for the rest, the due day itself for what is planned (decision 30).
 */
export type PriorityClock =
  | { readonly kind: 'WALL'; readonly answerMinutes: number; readonly actionMinutes: number }
  | { readonly kind: 'DAYS'; readonly answerDays: number; readonly actionDays: number }
  | { readonly kind: 'DUE_DAY' };

export type PriorityClocks = Readonly<Record<NeedPriority, PriorityClock>>;

const HOUR = 60;

/** The clocks of domain.md D; the second pack uses them too. */
export const STANDARD_CLOCKS: PriorityClocks = {
  P0: { kind: 'WALL', answerMinutes: 15, actionMinutes: 6 * HOUR },
  P1: { kind: 'WALL', answerMinutes: 4 * HOUR, actionMinutes: 48 * HOUR },
  P2: { kind: 'DAYS', answerDays: 1, actionDays: 7 },
  P3: { kind: 'DAYS', answerDays: 3, actionDays: 30 },
  P4: { kind: 'DUE_DAY' },
};

/** A line of a pack's table of needs, in the order of domain.md D; amounts in whole euros. */
export type NeedLine<L extends string> = readonly [
  code: string,
  priority: NeedPriority,
  amounts: readonly [typical: number, ceiling: number],
  cadence: NeedCadence,
  channels: readonly string[],
  evidence: EvidenceClass | `${EvidenceClass}/${EvidenceClass}`,
  flags: string,
  crs: number,
  label: CodedEntry<L>['label'],
];

const CENTS = 100;

/** @param free codes with a price that may still cost nothing */
export function needTypesOf<L extends string>(
  lines: readonly NeedLine<L>[],
  free: readonly string[] = [],
): NeedType<L>[] {
  return lines.map(
    ([code, priority, [typical, ceiling], cadence, channels, evidence, flags, crs, label]) => {
      const [inCountry, abroad = inCountry] = evidence.split('/') as EvidenceClass[];
      return {
        code,
        group: code.split('-')[0] ?? code,
        label,
        priority,
        typicalMinor: BigInt(typical * CENTS),
        ceilingMinor: BigInt(ceiling * CENTS),
        mayBeFree: typical === 0 || free.includes(code),
        cadence,
        channels,
        evidence: { inCountry: inCountry ?? 'E0', abroad: abroad ?? 'E0' },
        flags: flags.split(' ').filter((flag) => flag !== '') as NeedFlag[],
        crs,
      };
    },
  );
}
