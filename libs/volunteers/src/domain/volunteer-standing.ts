import { isFreeTime, isQuiet, localTime, type QuietHours, type WeeklyHours } from './local-time.js';
import { isWorkingState, type VettingState, type VolunteerTier } from './vetting-states.js';

/** What is stored of somebody who helps; no name, no address. */
export interface VolunteerFacts {
  readonly personId: string;
  readonly state: VettingState;
  readonly tier: VolunteerTier | null;
  /** The one case that V3 stands for. */
  readonly trustedCaseId: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** IANA */
  readonly timeZone: string;
  /** BCP 47 */
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  /** Kinds of tasks that the volunteer has said no to. */
  readonly refuses: readonly string[];
  readonly openTaskLimit: number;
  readonly quiet: QuietHours | null;
  /** YYYY-MM-DD of the volunteer's own zone, the first day back. */
  readonly awayUntil: string | null;
  readonly hours: readonly WeeklyHours[];
}

/** How a volunteer stands, for whoever hands out work. */
export class VolunteerStanding {
  readonly personId: string;
  readonly state: VettingState;
  readonly tier: VolunteerTier | null;
  readonly trustedCaseId: string | null;
  readonly country: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly refuses: readonly string[];
  readonly openTaskLimit: number;

  constructor(private readonly facts: VolunteerFacts) {
    this.personId = facts.personId;
    this.state = facts.state;
    this.tier = facts.tier;
    this.trustedCaseId = facts.trustedCaseId;
    this.country = facts.country;
    this.timeZone = facts.timeZone;
    this.languages = facts.languages;
    this.skills = facts.skills;
    this.refuses = facts.refuses;
    this.openTaskLimit = facts.openTaskLimit;
  }

  /** True where tasks may be given at that moment: in PROBATION or ACTIVE, and not away. */
  canWork(at: Date): boolean {
    const { awayUntil } = this.facts;
    const isBack = awayUntil === null || localTime(at, this.timeZone).day >= awayUntil;
    return isWorkingState(this.state) && isBack;
  }

  /** True where the moment lies in the volunteer's weekly hours. */
  isFree(at: Date): boolean {
    return isFreeTime(localTime(at, this.timeZone), this.facts.hours);
  }

  /** True where a ping may go out: can work, and outside of the quiet hours. */
  isReachable(at: Date): boolean {
    const { minute } = localTime(at, this.timeZone);
    return this.canWork(at) && !isQuiet(minute, this.facts.quiet);
  }
}
