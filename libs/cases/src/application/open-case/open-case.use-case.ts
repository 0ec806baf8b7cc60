import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { CaseFileWriter } from './case-file-writer.js';
import { checkOpening } from './checked-opening.js';
import { NewFamily } from './new-family.js';
import type { OpenCaseCommand, OpenedCase } from './open-case.command.js';

/**
 * Opens a case under a new codename: makes its keys, seals what is known, promises a next step. Whoever opens it is
 * its caseworker and first holder. Errors: INVALID_INPUT naming the field; REFUSED with `NOT_CERTIFIED`,
 * `HOLDER_TIER`, `GRANTER_MAY_NOT_GRANT`, `RECOVERY_KEY_MISSING` or `NO_CODENAME_LEFT`; INTEGRITY.
 */
@Injectable()
export class OpenCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly files: CaseFileWriter,
    private readonly family: NewFamily,
    private readonly news: CaseNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, command: OpenCaseCommand): Promise<Result<OpenedCase, DomainError>> {
    const ground = await this.access.ground();
    const opening = checkOpening(command, ground);
    if (!opening.ok) return opening;
    const caseId = this.ids.next();
    const keys = await this.family.makeKeys(actor, caseId);
    if (!keys.ok) return keys;
    const made = { caseId, story: keys.value.story, opening: opening.value, ground };
    const codename = await this.files.add(actor, made);
    if (!codename.ok) return codename;
    await this.family.add(keys.value, opening.value);
    await this.news.tell('CASE_OPENED', caseId);
    return ok({ caseId, codename: codename.value });
  }
}
