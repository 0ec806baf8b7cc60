import type { Role } from '../../generated/permissions';
import type { CallOutFileQuery } from './call-out.documents';
import { RUNNING } from './codes';
import type { CallOutState } from './list.documents';

export type OpenedFile = Extract<
  CallOutFileQuery['callOut'],
  { readonly __typename: 'CallOutFile' }
>;
export type OpenedCallOut = OpenedFile['callOut'];

/** In the order in which they are offered: the next thing to do first. */
export const ACTS = [
  'ACKNOWLEDGE',
  'TRIAGE',
  'SECOND_CALL',
  'DISPATCH',
  'SIGN',
  'ACCEPT',
  'STABILISE',
  'BEGIN',
  'HAND_OVER',
  'CLOSE',
  'RETURN',
  'ESCALATE',
  'SUSPECT',
] as const;
export type CallOutAct = (typeof ACTS)[number];

/** Who looks at a call-out. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Caseworkers take the calls of the desk while they are on duty. */
  readonly isOnDuty: boolean;
}

const PAID: readonly CallOutState[] = [
  'DISPATCHED',
  'STABILISING',
  'STABILISED',
  'HANDED_OVER',
  'CLOSED',
  'SUSPECTED_PROVOCATION',
  'ESCALATED',
];

/** What this person can do with it now (domain.md C5); the server decides anew. */
export function actsOf({ callOut, calls }: OpenedFile, viewer: Viewer): readonly CallOutAct[] {
  const { state } = callOut;
  const isAny = (...roles: readonly Role[]): boolean =>
    roles.some((role) => viewer.roles.includes(role));
  const isIn = (...states: readonly CallOutState[]): boolean => states.includes(state);
  const isLead = isAny('COORDINATOR', 'SECURITY_OFFICER');
  const isCaller = isLead || viewer.isOnDuty;
  const isUnseen = callOut.acknowledgedAt === null;
  const hasCalled = calls.some(({ personId }) => personId === viewer.id);
  const awaitsCall = callOut.secondCallDueAt !== null && !callOut.secondCallMade;
  const isUnsigned = callOut.reserved.minorUnits !== '0' && callOut.signedAt === null;
  const may: Readonly<Record<CallOutAct, boolean>> = {
    ACKNOWLEDGE: isUnseen && ((isIn('ALERT') && isCaller) || (isIn('ESCALATED') && isLead)),
    TRIAGE: isIn('ALERT') && isCaller,
    SECOND_CALL: isIn(...RUNNING, 'HANDED_OVER') && awaitsCall && isCaller && !hasCalled,
    DISPATCH: isIn('TRIAGED') && isAny('COORDINATOR'),
    SIGN:
      isIn(...PAID) &&
      isUnsigned &&
      isAny('COORDINATOR', 'FINANCE_OFFICER') &&
      callOut.dispatchedBy?.id !== viewer.id,
    ACCEPT: isIn('STABILISED') && callOut.owner?.id === viewer.id,
    STABILISE: isIn('DISPATCHED', 'STABILISING') && isAny('COORDINATOR', 'CASEWORKER'),
    BEGIN: isIn('DISPATCHED') && isAny('COORDINATOR', 'CASEWORKER'),
    HAND_OVER: isIn('STABILISED') && isAny('COORDINATOR'),
    CLOSE:
      (isIn('HANDED_OVER') && isAny('COORDINATOR')) ||
      (isIn('SUSPECTED_PROVOCATION') && isAny('SECURITY_OFFICER')),
    RETURN: isIn('ESCALATED') && isAny('SECURITY_OFFICER'),
    ESCALATE: isIn('ALERT', ...RUNNING) && isAny('COORDINATOR', 'CASEWORKER'),
    SUSPECT: isIn(...RUNNING, 'ESCALATED') && isCaller,
  };
  return ACTS.filter((act) => may[act]);
}
