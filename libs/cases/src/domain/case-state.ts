import { err, invalidInput, ok, refused, wrongState } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';
import { addDays } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';
import type { CaseFacts } from './case-facts.js';
import { CASE_GUARDS } from './case-guards.js';
import { findReason } from './case-reason-codes.js';
import type { CaseReason } from './case-reason-codes.js';
import type { CaseState } from './case-states.js';
import {
  CASE_TRANSITION_TABLE,
  REASON_OF,
  STEPS_OF_THEIR_OWN,
  WHO_MAY,
} from './case-transitions.js';
import type { CaseTransition, EffectKind, TransitionRow, WhoMay } from './case-transitions.js';

/** Days a case made active by a call-out has until it must be verified (domain.md C2). */
export const EMERGENCY_VERIFICATION_DAYS = 7;

/** Somebody who signs; `personId` is `null` for the family and for the system. */
export interface Signatory {
  readonly personId: string | null;
  readonly roles: readonly string[];
}

export interface TransitionRequest {
  readonly state: CaseState;
  readonly transition: CaseTransition;
  readonly actor: Signatory;
  /** Of another person, where two roles must agree. */
  readonly secondSignature?: Signatory | null;
  readonly reasonCode?: string | null;
  readonly facts: CaseFacts;
  /** Today in the organisation's zone. */
  readonly today: CalendarDay;
}

/** Something the caller must do in the same unit of work. */
export type CaseEffect =
  | { readonly kind: Exclude<EffectKind, 'VERIFICATION_DUE' | 'RESET_CHANNEL_TRUST'> }
  | { readonly kind: 'VERIFICATION_DUE'; readonly dueDay: CalendarDay }
  | { readonly kind: 'RESET_CHANNEL_TRUST'; readonly event: 'TRANSITION_STARTED' };

export interface TransitionOutcome {
  readonly nextState: CaseState;
  readonly effects: readonly CaseEffect[];
}

/**
 * Decides one move of a case, in this order: may this role do it at all (`ROLE_NOT_ALLOWED`), does
 * the state allow it (`WRONG_STATE`), is the second signature there (`SECOND_SIGNATURE_REQUIRED`,
 * `SECOND_SIGNATURE_NOT_VALID`), is the reason on its list (`REASON_REQUIRED`, invalid `reasonCode`),
 * do all guards pass (the name of the first that does not).
 */
export function decideTransition(
  request: TransitionRequest,
): Result<TransitionOutcome, DomainError> {
  const { state, transition, actor, facts, today } = request;
  const who = WHO_MAY[transition];
  if (!mayAct(who, actor.roles)) return err(refused('ROLE_NOT_ALLOWED'));
  const row = findRow(state, transition);
  if (row === undefined) return err(wrongState(state));
  const signatureProblem = findSignatureProblem(who, actor, request.secondSignature ?? null);
  if (signatureProblem !== null) return err(refused(signatureProblem));
  const reason = checkReason(transition, request.reasonCode ?? null);
  if (!reason.ok) return reason;
  const context = { facts, actorId: actor.personId, today };
  const unmet = row.guards.find((guard) => !CASE_GUARDS[guard](context));
  if (unmet !== undefined) return err(refused(unmet));
  return ok({ nextState: row.to, effects: effectsOf(row, reason.value, today) });
}

/** What somebody with these roles could try in this state by a change of state alone, guards and second signature aside. */
export function availableTransitions(
  state: CaseState,
  roles: readonly string[],
): readonly CaseTransition[] {
  return CASE_TRANSITION_TABLE.filter(
    ({ name, from }) =>
      from.includes(state) && mayAct(WHO_MAY[name], roles) && !STEPS_OF_THEIR_OWN.has(name),
  ).map((row) => row.name);
}

function findRow(state: CaseState, transition: CaseTransition): TransitionRow | undefined {
  return CASE_TRANSITION_TABLE.find((row) => row.name === transition && row.from.includes(state));
}

function mayAct(who: WhoMay, roles: readonly string[]): boolean {
  const allowed: readonly string[] = 'oneOf' in who ? who.oneOf : who.bothOf;
  return roles.some((role) => allowed.includes(role));
}

/** Two people, one for each role: a person with both roles still needs another one. */
function findSignatureProblem(
  who: WhoMay,
  actor: Signatory,
  second: Signatory | null,
): string | null {
  if ('oneOf' in who) return null;
  if (second === null) return 'SECOND_SIGNATURE_REQUIRED';
  const [one, other] = who.bothOf;
  const areTwoPeople =
    actor.personId !== null && second.personId !== null && actor.personId !== second.personId;
  const coverBoth =
    (actor.roles.includes(one) && second.roles.includes(other)) ||
    (actor.roles.includes(other) && second.roles.includes(one));
  return areTwoPeople && coverBoth ? null : 'SECOND_SIGNATURE_NOT_VALID';
}

function checkReason(
  transition: CaseTransition,
  code: string | null,
): Result<CaseReason | null, DomainError> {
  const rule = REASON_OF[transition];
  if (rule === undefined) {
    return code === null ? ok(null) : err(invalidInput('reasonCode', 'NOT_ALLOWED'));
  }
  if (code === null) return rule.required ? err(refused('REASON_REQUIRED')) : ok(null);
  const reason = findReason(rule.list, code);
  return reason === undefined ? err(invalidInput('reasonCode', 'UNKNOWN_CODE')) : ok(reason);
}

function effectsOf(
  row: TransitionRow,
  reason: CaseReason | null,
  today: CalendarDay,
): readonly CaseEffect[] {
  return row.effects
    .filter((kind) => kind !== 'OFFER_APPEAL' || reason?.appealPossible === true)
    .map((kind): CaseEffect => {
      switch (kind) {
        case 'VERIFICATION_DUE':
          return { kind, dueDay: addDays(today, EMERGENCY_VERIFICATION_DAYS) };
        case 'RESET_CHANNEL_TRUST':
          return { kind, event: 'TRANSITION_STARTED' };
        default:
          return { kind };
      }
    });
}
