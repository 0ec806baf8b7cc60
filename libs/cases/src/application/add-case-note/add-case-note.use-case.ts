import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  ok,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { OwnDrafts, sealJson } from '@kinward/vault';
import { checkNote } from '../../domain/case-note.js';
import { isLive } from '../../domain/case-states.js';
import type { NoteStory } from '../../domain/sealed-contents.js';
import { CaseNoteRow } from '../../infrastructure/case-note.entity.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';

export interface AddCaseNoteCommand {
  readonly caseId: string;
  readonly version?: number | null;
  /** Code of `CASE_NOTE_KINDS`. */
  readonly kind: string;
  readonly text: string;
  /** Day in the organisation's zone; default today. */
  readonly madeOn?: string | null;
}

/**
 * Adds a note to a case; nobody changes one afterwards. The writer's draft of it goes. Errors: INVALID_INPUT naming
 * the field; NOT_FOUND without a key to the story; STALE_VERSION; WRONG_STATE for an ended case; INTEGRITY.
 */
@Injectable()
export class AddCaseNoteUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly unitOfWork: UnitOfWork,
    private readonly news: CaseNews,
    private readonly drafts: OwnDrafts,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: AddCaseNoteCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const opened = await this.access.open(actor, command.caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, settings, story: keys } = opened.value;
    const madeOn = command.madeOn ?? settings.today;
    const note = checkNote({ ...command, madeOn }, settings.today);
    if (!note.ok) return note;
    if (!isLive(row.state)) return err(wrongState(row.state));
    const id = this.ids.next();
    const cell = { table: 'case_note', column: 'sealed_t1', rowId: id, revision: 1 };
    const story: NoteStory = { text: note.value.text };
    const manager = await this.unitOfWork.manager();
    await manager.insert(CaseNoteRow, {
      id,
      organizationId: row.organizationId,
      caseId: row.id,
      kind: note.value.kind,
      madeBy: actor.personId,
      madeOn: note.value.madeOn,
      sealedT1: sealJson(keys, cell, story),
    });
    await this.drafts.finish({ kind: 'CASE_NOTE', subjectId: row.id });
    await this.news.tell('CASE_NOTE_ADDED', row.id, note.value.kind);
    return ok({ caseId: row.id, version: row.version, addedId: id });
  }
}
