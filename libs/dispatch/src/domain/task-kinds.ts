/** Volunteer tiers (domain.md C6): V1 no personal data, V2 minimal and timed, V3 trusted with one case. */
export const VOLUNTEER_TIERS = ['V1', 'V2', 'V3'] as const;
export type VolunteerTier = (typeof VOLUNTEER_TIERS)[number];

export const TASK_PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** One kind of task. */
export interface TaskKind {
  readonly code: string;
  /** Lowest tier that may do it. */
  readonly minimumTier: VolunteerTier;
  /** The details name or locate somebody: security clears them, and nobody on probation gets them. */
  readonly carriesPersonalData: boolean;
  readonly defaultPriority: TaskPriority;
  /** Groups of needs that it serves: the part of their code before the hyphen. Empty serves none in particular. */
  readonly needGroups: readonly string[];
  /** The help itself travels with the volunteer, so the need is on its way once somebody accepts (domain.md C3). */
  readonly deliversInKind: boolean;
  /** Hours from acceptance within which a report is due. */
  readonly workHours: number;
  /** How often the holder may take that time again. */
  readonly renewals: number;
}

/**
 * The kinds of tasks (domain.md A6, "Tasks seen"; security.md § 8.12: a volunteer gets one handoff, never family,
 * address and prisoner together). Adding one is adding a line.
 */
export const TASK_KINDS: readonly TaskKind[] = [
  kind('DELIVER_HANDOFF', 'V2', true, 'P2', ['DET', 'LIV', 'MED'], { inKind: true, hours: 24 }),
  kind('BUY_AND_POST', 'V2', true, 'P2', ['DET', 'LIV', 'CHD', 'MED'], { inKind: true, hours: 48 }),
  kind('WRITE_LETTERS', 'V1', false, 'P4', ['DET'], { inKind: false, hours: 168 }),
  kind('ACCOMPANY', 'V2', true, 'P1', ['MED', 'PSY', 'LGL', 'REL'], { inKind: true, hours: 24 }),
  kind('MEET_ARRIVAL', 'V2', true, 'P0', ['EVA', 'REL'], { inKind: true, hours: 12 }),
  kind('DRIVE', 'V2', true, 'P1', ['EVA', 'REL', 'MED'], { inKind: true, hours: 12 }),
  kind('TRANSLATE', 'V1', false, 'P3', ['LEG', 'LGL', 'MED'], { inKind: true, hours: 72 }),
  kind('FIND_LAWYER', 'V2', false, 'P1', ['LEG', 'DET'], { inKind: false, hours: 24 }),
  kind('RECEPTION_SHIFT', 'V1', false, 'P1', ['REL', 'EVA'], { inKind: false, hours: 24 }),
  kind('SHOP_FOR_ARRIVALS', 'V1', false, 'P2', ['REL', 'EVA', 'LIV'], { inKind: true, hours: 24 }),
  kind('MENTOR', 'V3', true, 'P3', ['REL', 'JOB', 'CHD'], { inKind: false, hours: 720 }),
  kind('PHONE_CHECK', 'V3', true, 'P2', [], { inKind: false, hours: 12 }),
  kind('RESEARCH', 'V1', false, 'P3', [], { inKind: false, hours: 120 }),
];

/** The kind with this code. */
export function findTaskKind(code: string): TaskKind | undefined {
  return TASK_KINDS.find((each) => each.code === code);
}

/** Whether a kind of task can serve a kind of need. */
export function servesNeed({ needGroups }: TaskKind, needCode: string): boolean {
  return needGroups.length === 0 || needGroups.includes(needCode.split('-')[0] ?? '');
}

function kind(
  code: string,
  minimumTier: VolunteerTier,
  carriesPersonalData: boolean,
  defaultPriority: TaskPriority,
  needGroups: readonly string[],
  work: { readonly inKind: boolean; readonly hours: number },
): TaskKind {
  const { inKind: deliversInKind, hours: workHours } = work;
  const renewals = 1;
  return {
    ...{ code, minimumTier, carriesPersonalData, defaultPriority, needGroups },
    ...{ deliversInKind, workHours, renewals },
  };
}
