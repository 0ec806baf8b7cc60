import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  toId,
  type DomainError,
  type IdGenerator,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { OrganizationRow } from '../infrastructure/organization.entity.js';

export interface RegisterOrganizationCommand {
  /** Short and stable, lower case. */
  readonly code: string;
  readonly name: string;
  /** Code of a jurisdiction pack. */
  readonly jurisdiction: string;
  /** IANA zone in which its due days are counted. */
  readonly timeZone: string;
}

const CODE = /^[a-z][a-z0-9-]{1,30}$/;

/**
 * Adds a member organisation; an operator's act. It opens a unit of its own, scoped to the organisation that
 * comes into being. Errors: invalid `code` or `timeZone`.
 */
@Injectable()
export class RegisterOrganizationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    command: RegisterOrganizationCommand,
  ): Promise<Result<OrganizationId, DomainError>> {
    const { code, name, jurisdiction, timeZone } = command;
    if (!CODE.test(code)) return err(invalidInput('code', 'NOT_A_CODE'));
    if (!isTimeZone(timeZone)) return err(invalidInput('timeZone', 'UNKNOWN_CODE'));
    const id = toId<'Organization'>(this.ids.next());
    return this.unitOfWork.run({ organizationId: id, personId: null }, async () => {
      const manager = await this.unitOfWork.manager();
      await manager.insert(OrganizationRow, { id, code, name, jurisdiction, timeZone });
      this.audit.record({
        action: 'ORGANIZATION_REGISTERED',
        subjectKind: 'ORGANIZATION',
        subjectId: id,
      });
      return ok(id);
    });
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
