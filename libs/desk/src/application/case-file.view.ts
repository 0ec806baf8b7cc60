/** Work data of a case file: codes, ids and days; nothing that names anybody. */
export interface CaseFileWork {
  readonly id: string;
  readonly codename: string;
  readonly state: string;
  readonly stateSince: string;
  readonly region: string;
  readonly openedDay: string;
  readonly version: number;
  readonly assigneeId: string | null;
  readonly deputyId: string | null;
  readonly verifiedBy: string | null;
  readonly evidenceClass: string | null;
  readonly verificationDueDay: string | null;
  readonly contactRhythmDays: number;
  readonly lastConfirmedContactDay: string | null;
  readonly nextStepKind: string | null;
  readonly nextStepDueDay: string | null;
  readonly retentionDueDay: string | null;
  readonly channels: readonly { readonly id: string; readonly trust: string }[];
  readonly consents: readonly ConsentView[];
  readonly attempts: readonly AttemptView[];
  readonly transitions: readonly TransitionView[];
  readonly holders: readonly HolderView[];
}

export interface ConsentView {
  readonly id: string;
  readonly purpose: string;
  readonly givenOn: string;
  readonly lapsesOn: string;
  readonly withdrawnOn: string | null;
}

export interface AttemptView {
  readonly id: string;
  readonly madeOn: string;
  readonly outcome: string;
  readonly madeById: string;
  readonly channelId: string | null;
}

export interface TransitionView {
  readonly id: string;
  readonly transition: string;
  readonly fromState: string;
  readonly toState: string;
  readonly reason: string | null;
  readonly madeById: string | null;
  readonly madeOn: string;
}

export interface HolderView {
  readonly holderId: string;
  readonly tier: 'T0' | 'T1';
  readonly purpose: string;
  readonly expiresOn: string;
  readonly isLocked: boolean;
}
