import { err, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';

/** domain.md C6. */
export const GRANT_STATES = [
  'PIPELINE',
  'SIGNED',
  'OPEN',
  'CLOSING',
  'REPORTED',
  'CLOSED',
  'SUSPENDED',
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export const GRANT_STEPS = [
  'SIGN',
  'OPEN',
  'START_CLOSING',
  'REPORT',
  'CLOSE',
  'SUSPEND',
  'RESUME',
] as const;
export type GrantStep = (typeof GRANT_STEPS)[number];

const ARROWS: Readonly<Partial<Record<GrantStep, readonly [from: GrantState, to: GrantState]>>> = {
  SIGN: ['PIPELINE', 'SIGNED'],
  OPEN: ['SIGNED', 'OPEN'],
  START_CLOSING: ['OPEN', 'CLOSING'],
  REPORT: ['CLOSING', 'REPORTED'],
  CLOSE: ['REPORTED', 'CLOSED'],
};
const SUSPENDABLE: readonly GrantState[] = ['SIGNED', 'OPEN', 'CLOSING'];
const TAKES_MONEY: readonly GrantState[] = ['SIGNED', 'OPEN', 'CLOSING'];

export interface GrantStanding {
  readonly state: GrantState;
  readonly stateBeforeSuspension: GrantState | null;
}

/** One step of a grant. WRONG_STATE names the present state. */
export function advanceGrant(
  grant: GrantStanding,
  step: GrantStep,
): Result<GrantStanding, DomainError> {
  const { state, stateBeforeSuspension: before } = grant;
  if (step === 'SUSPEND' && SUSPENDABLE.includes(state)) {
    return ok({ state: 'SUSPENDED', stateBeforeSuspension: state });
  }
  if (step === 'RESUME' && state === 'SUSPENDED' && before !== null) {
    return ok({ state: before, stateBeforeSuspension: null });
  }
  const arrow = ARROWS[step];
  if (arrow?.[0] !== state) return err(wrongState(state));
  return ok({ state: arrow[1], stateBeforeSuspension: null });
}

/** Whether an instalment may be booked. */
export function takesInstalments(state: GrantState): boolean {
  return TAKES_MONEY.includes(state);
}

const TAKES_LINES: readonly GrantState[] = ['PIPELINE', 'SIGNED', 'OPEN', 'CLOSING'];

/** Whether its budget may be changed: by the funder until it is signed, by the office as long as it runs. */
export function takesNewLines(state: GrantState, isOffice: boolean): boolean {
  return isOffice ? TAKES_LINES.includes(state) : state === 'PIPELINE';
}
