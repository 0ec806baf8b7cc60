import type { Priority } from './priority.js';

/** The formula in force; stored with every score, so that an old score can still be explained. */
export const TRIAGE_VERSION = 'TRIAGE_1';

/** Most points of each factor (domain.md D); together 100. */
export const FACTOR_LIMITS = {
  severity: 35,
  timeLeft: 20,
  vulnerability: 25,
  sinceHelp: 15,
  noSupport: 5,
} as const;
export type TriageFactor = keyof typeof FACTOR_LIMITS;
export const TRIAGE_FACTORS = Object.keys(FACTOR_LIMITS) as readonly TriageFactor[];
export type TriagePoints = Readonly<Record<TriageFactor, number>>;

/** What is known of the household; sealed, because it describes the family. */
export interface TriageFacts {
  readonly minors: number;
  readonly singleCarer: boolean;
  readonly disability: boolean;
  readonly seriousIllness: boolean;
  readonly age60Plus: boolean;
  readonly pregnancy: boolean;
  readonly bothParentsHeld: boolean;
  /** Nobody else helps: no relative with means, no other organisation. */
  readonly noOtherSupport: boolean;
}

/** Everything else the score depends on. Publicity, gifts and opinions have no place here. */
export interface TriageSituation {
  readonly priority: Priority;
  readonly dueDay: string | null;
  /** Day of the last aid the family got from this organisation, null where there was none. */
  readonly lastHelpedOn: string | null;
  readonly today: string;
}

export const SEVERITY_POINTS: Readonly<Record<Priority, number>> = {
  P0: 35,
  P1: 28,
  P2: 20,
  P3: 12,
  P4: 6,
};

/** Points of each sign of vulnerability; their sum is cut at the factor's limit. */
export const VULNERABILITY_POINTS = {
  minors: 5,
  threeOrMoreChildren: 3,
  singleCarer: 4,
  disability: 4,
  seriousIllness: 4,
  age60Plus: 3,
  pregnancy: 3,
  bothParentsHeld: 6,
} as const;

/** Days from which on a due day presses less and less until it does not press at all. */
export const TIME_LEFT_DAYS = 30;
/** Days after the last aid at which its factor is full. */
export const SINCE_HELP_DAYS = 180;

const DAY_MS = 86_400_000;
const LARGE_FAMILY = 3;

/**
 * The published triage score (domain.md D, TRIAGE_1): points per factor, 0–100 in all. Pure and whole numbers only.
 * @param facts null where nobody has recorded them; the two factors that need them are then 0
 */
export function triagePoints(facts: TriageFacts | null, situation: TriageSituation): TriagePoints {
  return {
    ...timedPoints(situation),
    vulnerability: facts === null ? 0 : vulnerabilityOf(facts),
    noSupport: facts?.noOtherSupport === true ? FACTOR_LIMITS.noSupport : 0,
  };
}

/** The same with the household's points as they were computed by somebody who could read the facts. */
export function refreshedPoints(before: TriagePoints, situation: TriageSituation): TriagePoints {
  return { ...before, ...timedPoints(situation) };
}

export function scoreOf(points: TriagePoints): number {
  return TRIAGE_FACTORS.reduce((sum, factor) => sum + points[factor], 0);
}

/** The points of the factors that depend on the priority and on the calendar alone. */
export function timedPoints(
  situation: TriageSituation,
): Pick<TriagePoints, 'severity' | 'timeLeft' | 'sinceHelp'> {
  return {
    severity: SEVERITY_POINTS[situation.priority],
    timeLeft: timeLeftOf(situation),
    sinceHelp: sinceHelpOf(situation),
  };
}

function timeLeftOf({ dueDay, today }: TriageSituation): number {
  if (dueDay === null) return 0;
  const days = clamp(daysBetween(today, dueDay), TIME_LEFT_DAYS);
  return Math.floor((FACTOR_LIMITS.timeLeft * (TIME_LEFT_DAYS - days)) / TIME_LEFT_DAYS);
}

function sinceHelpOf({ lastHelpedOn, today }: TriageSituation): number {
  if (lastHelpedOn === null) return FACTOR_LIMITS.sinceHelp;
  const days = clamp(daysBetween(lastHelpedOn, today), SINCE_HELP_DAYS);
  return Math.floor((FACTOR_LIMITS.sinceHelp * days) / SINCE_HELP_DAYS);
}

function vulnerabilityOf(facts: TriageFacts): number {
  const signs = {
    ...facts,
    minors: facts.minors > 0,
    threeOrMoreChildren: facts.minors >= LARGE_FAMILY,
  };
  const names = Object.keys(VULNERABILITY_POINTS) as (keyof typeof VULNERABILITY_POINTS)[];
  const sum = names.reduce((all, name) => all + (signs[name] ? VULNERABILITY_POINTS[name] : 0), 0);
  return Math.min(FACTOR_LIMITS.vulnerability, sum);
}

function clamp(days: number, most: number): number {
  return Math.min(most, Math.max(0, days));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
