import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { addDays } from '../../domain/calendar-day.js';
import { isCodename } from '../../domain/codename.js';
import {
  checkCode,
  checkMember,
  checkOptionalText,
  checkPrisoner,
  NOTE_LENGTH,
} from '../../domain/family-checks.js';
import { planNextStep, type NextStep } from '../../domain/next-step.js';
import { recordStatus } from '../../domain/prisoner-status.js';
import type {
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
  StatusStory,
} from '../../domain/sealed-contents.js';
import type { LockedCase } from '../case-access.js';
import { prisonerCodesOf } from '../pack-codes.js';
import type { OpenCaseCommand } from './open-case.command.js';

/** A command of which every part has been checked. */
export interface CheckedOpening {
  readonly codename: string | null;
  readonly region: string;
  readonly summary: string | null;
  readonly householdNotes: string | null;
  readonly members: readonly { identity: MemberIdentity; story: MemberStory }[];
  readonly prisoners: readonly {
    identity: PrisonerIdentity;
    story: PrisonerStory;
    status: StatusStory | null;
  }[];
  readonly nextStep: NextStep;
}

type Ground = Pick<LockedCase, 'settings' | 'pack'>;

/** Checks a whole request before anything of it is sealed. The error names the first wrong field. */
export function checkOpening(
  command: OpenCaseCommand,
  { settings, pack }: Ground,
): Result<CheckedOpening, DomainError> {
  const { today } = settings;
  const codename = command.codename ?? null;
  if (codename !== null && !isCodename(codename))
    return err(invalidInput('codename', 'NOT_A_CODENAME'));
  const regions = pack.regionClasses.map((region) => region.code);
  const region = checkCode('region', command.region, regions);
  if (!region.ok) return region;
  const summary = checkOptionalText('summary', command.summary, NOTE_LENGTH);
  if (!summary.ok) return summary;
  const householdNotes = checkOptionalText('householdNotes', command.householdNotes, NOTE_LENGTH);
  if (!householdNotes.ok) return householdNotes;
  const members = [];
  for (const [index, claim] of command.members.entries()) {
    const member = checkMember(`members.${String(index)}.`, claim, today);
    if (!member.ok) return member;
    members.push(member.value);
  }
  const prisoners = checkPrisoners(command, { settings, pack });
  if (!prisoners.ok) return prisoners;
  const wanted = command.nextStep ?? { kind: 'SCREEN', dueDay: addDays(today, 1) };
  const nextStep = planNextStep({ ...wanted, today });
  if (!nextStep.ok) return err(inside('nextStep', nextStep.error));
  return ok({
    codename,
    region: region.value,
    summary: summary.value,
    householdNotes: householdNotes.value,
    members,
    prisoners: prisoners.value,
    nextStep: nextStep.value,
  });
}

/** Puts the path of an input object before the field that an error names. */
function inside(path: string, error: DomainError): DomainError {
  return error.kind === 'INVALID_INPUT' ? { ...error, field: `${path}.${error.field}` } : error;
}

function checkPrisoners(
  command: OpenCaseCommand,
  { settings, pack }: Ground,
): Result<CheckedOpening['prisoners'], DomainError> {
  const codes = prisonerCodesOf(pack);
  const prisoners = [];
  for (const [index, claim] of command.prisoners.entries()) {
    const path = `prisoners.${String(index)}.`;
    const prisoner = checkPrisoner(path, claim, codes, settings.today);
    if (!prisoner.ok) return prisoner;
    const status = checkFirstStatus(claim.status ?? null, { settings, pack });
    if (!status.ok) return err(inside(`${path}status`, status.error));
    prisoners.push({ ...prisoner.value, status: status.value });
  }
  return ok(prisoners);
}

function checkFirstStatus(
  entry: { readonly code: string; readonly since: string; readonly note?: string | null } | null,
  { settings, pack }: Ground,
): Result<StatusStory | null, DomainError> {
  if (entry === null) return ok(null);
  const note = checkOptionalText('note', entry.note, NOTE_LENGTH);
  if (!note.ok) return note;
  const history = recordStatus({
    history: [],
    entry,
    meanings: pack.custodyStatuses,
    today: settings.today,
  });
  if (!history.ok) return history;
  return ok({ code: entry.code, since: entry.since, note: note.value });
}
