import { Injectable } from '@nestjs/common';
import { err, notFound, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { sealJson } from '@kinward/vault';
import type { CaseStory } from '../../domain/sealed-contents.js';
import type { CaseFileRow } from '../../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess, type LockedCase, type OpenCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { CaseKeys } from '../family-writer.js';
import { checkOpening, type CheckedOpening } from '../open-case/checked-opening.js';
import { NewFamily, type NewFamilyRows } from '../open-case/new-family.js';
import type { OpenCaseCommand } from '../open-case/open-case.command.js';
import { checkContact, FirstContact, type FirstContactClaim } from './first-contact.js';
import { ScreeningMove } from './screening-move.js';

export interface TakeOnCaseCommand extends Omit<OpenCaseCommand, 'codename'>, FirstContactClaim {
  readonly caseId: string;
  /** Said by whoever screens: is it bait? */
  readonly provocationCheckDone: boolean;
  /** Who shall work on it; null for the screener. */
  readonly assigneeId: string | null;
}

/** A case that now has keys, and the rows that were written. */
export interface TakenOnCase extends NewFamilyRows {
  readonly file: OpenCase;
  readonly keys: CaseKeys;
  readonly channelId: string | null;
}

/**
 * Takes a case of the inbox on: INTAKE → SCREENING, its keys are made with the screener as first holder, and everything
 * the request says is sealed under them (decision 22). The caller has checked that the actor is a screener. Errors:
 * NOT_FOUND; WRONG_STATE for a case that has keys or is over; INVALID_INPUT naming the field; REFUSED with the name of
 * the guard or as in `OpenCaseUseCase`; INTEGRITY.
 */
@Injectable()
export class TakeOnCaseUseCase {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly access: CaseAccess,
    private readonly move: ScreeningMove,
    private readonly family: NewFamily,
    private readonly contact: FirstContact,
    private readonly news: CaseNews,
  ) {}

  async execute(
    actor: Actor,
    command: TakeOnCaseCommand,
  ): Promise<Result<TakenOnCase, DomainError>> {
    const row = await this.cases.lock(command.caseId);
    if (row === null) return err(notFound());
    if (row.sealedT1 !== null) return err(wrongState(row.state));
    const locked: LockedCase = { row, ...(await this.access.ground()) };
    const opening = checkOpening(command, locked);
    if (!opening.ok) return opening;
    const contact = checkContact(command, locked);
    if (!contact.ok) return contact;
    const { provocationCheckDone } = command;
    const step = { transition: 'START_SCREENING', reason: null, provocationCheckDone } as const;
    const outcome = await this.move.decide(actor, locked, step);
    if (!outcome.ok) return outcome;
    const keys = await this.family.makeKeys(actor, row.id);
    if (!keys.ok) return keys;
    const assigned = {
      assigneeId: command.assigneeId ?? actor.personId,
      assignedOn: locked.settings.today,
    };
    const written = {
      ...locked,
      row: await this.write(row, keys.value, opening.value, assigned),
    };
    const version = await this.move.apply(actor, written, step, outcome.value);
    if (!version.ok) return version;
    const { story, identity } = keys.value;
    const moved = { ...written.row, state: outcome.value.nextState, version: version.value };
    const file: OpenCase = { ...written, row: moved, story, identity };
    const rows = await this.family.add(keys.value, opening.value);
    const channelId = await this.contact.add(file, contact.value);
    await this.news.tell('CASE_START_SCREENING', row.id);
    return ok({ file, keys: keys.value, channelId, ...rows });
  }

  private async write(
    row: CaseFileRow,
    keys: CaseKeys,
    opening: CheckedOpening,
    assigned: Pick<CaseFileRow, 'assigneeId' | 'assignedOn'>,
  ): Promise<CaseFileRow> {
    const story: CaseStory = { summary: opening.summary };
    const cell = { table: 'case_file', column: 'sealed_t1', rowId: row.id, revision: 1 };
    const change = {
      ...assigned,
      region: opening.region,
      nextStepKind: opening.nextStep.kind,
      nextStepDueDay: opening.nextStep.dueDay,
      sealedT1: sealJson(keys.story, cell, story),
    };
    const version = await this.cases.change(row, change);
    return { ...row, ...change, version };
  }
}
