/** One stretch of free time as the fields have it. */
export interface FreeTime {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** My availability as the fields have it. */
export interface Availability {
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly refuses: readonly string[];
  readonly hours: readonly FreeTime[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly awayUntil: string;
  readonly openTaskLimit: number;
}
