import type { CalendarDay } from './calendar-day.js';

/**
 * What stands inside the envelopes, by table and tier (architecture.md, "What is in clear, what is sealed").
 * T0 names and locates people; T1 tells the story.
 */
export interface CaseStory {
  readonly summary: string | null;
}

/** The link to a case's own past, on the level of identities (domain.md C2). */
export interface CaseIdentity {
  readonly formerCodenames: readonly string[];
}

export interface HouseholdStory {
  readonly notes: string | null;
}

export interface MemberIdentity {
  readonly name: string;
  readonly birthDate: CalendarDay | null;
  readonly address: string | null;
}

export interface MemberStory {
  readonly relation: string;
  readonly notes: string | null;
}

export interface PrisonerIdentity {
  readonly name: string;
  readonly birthDate: CalendarDay | null;
}

/** Codes of the jurisdiction pack wherever there is one. */
export interface PrisonerStory {
  readonly facilityType: string | null;
  readonly facility: string | null;
  readonly regime: string | null;
  readonly articles: readonly string[];
  readonly stateLists: readonly string[];
  readonly recognitionBasis: string;
  readonly sentenceEndsOn: CalendarDay | null;
  readonly notes: string | null;
}

export interface StatusStory {
  readonly code: string;
  readonly since: CalendarDay;
  readonly note: string | null;
}

export interface ChannelLocator {
  /** How: phone, messenger, e-mail, through a contact person. */
  readonly kind: string;
  readonly value: string;
  /** When and how not to reach them. */
  readonly quietRules: string | null;
}

export interface AttemptStory {
  readonly note: string | null;
}

export interface NoteStory {
  readonly text: string;
}

export interface ConsentWording {
  readonly wording: string;
  readonly partnerId: string | null;
}
