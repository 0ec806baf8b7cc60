import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor } from '@kinward/platform';
import { CaseErasuresQuery, erasureKey } from '../application/erasure/case-erasures.query.js';
import { ConfirmCaseErasureUseCase } from '../application/erasure/confirm-case-erasure.use-case.js';
import { DataProtection } from '../application/erasure/data-protection.js';
import { ProposeCaseErasureUseCase } from '../application/erasure/propose-case-erasure.use-case.js';
import { CaseChanged, CaseChangedResult } from './case-changed.type.js';
import {
  AppointDataProtectionOfficerInput,
  CaseErasureProposed,
  CaseErasures,
  CaseErasuresInput,
  CaseErasuresResult,
  ConfirmCaseErasureInput,
  DataProtectionOfficerChanged,
  DataProtectionOfficerResult,
  DismissDataProtectionOfficerInput,
  ProposeCaseErasureInput,
  ProposeCaseErasureResult,
} from './erasure.type.js';

/** Erasing what need not be kept any more: one proposes, another confirms. */
@Resolver()
export class ErasureResolver {
  constructor(
    private readonly propose: ProposeCaseErasureUseCase,
    private readonly confirm: ConfirmCaseErasureUseCase,
    private readonly due: CaseErasuresQuery,
    private readonly appointments: DataProtection,
  ) {}

  @Allow('appointDataProtectionOfficer')
  @Mutation(() => DataProtectionOfficerResult, { description: 'An appointment, not a role.' })
  async appointDataProtectionOfficer(
    @CurrentActor() actor: Actor,
    @Args('input') input: AppointDataProtectionOfficerInput,
  ): Promise<Result<DataProtectionOfficerChanged, DomainError>> {
    return appointment(await this.appointments.appoint(actor, input.personId));
  }

  @Allow('dismissDataProtectionOfficer')
  @Mutation(() => DataProtectionOfficerResult)
  async dismissDataProtectionOfficer(
    @Args('input') input: DismissDataProtectionOfficerInput,
  ): Promise<Result<DataProtectionOfficerChanged, DomainError>> {
    return appointment(await this.appointments.dismiss(input.personId));
  }

  @Allow('caseErasures')
  @Query(() => CaseErasuresResult, { description: 'Cases whose retention is over.' })
  async caseErasures(
    @CurrentActor() actor: Actor,
    @Args('input') input: CaseErasuresInput,
  ): Promise<Result<CaseErasures, DomainError>> {
    const page = await this.due.page(actor, input);
    if (!page.ok) return page;
    return ok(Object.assign(new CaseErasures(), { cases: toConnection(page.value, erasureKey) }));
  }

  @Allow('proposeCaseErasure')
  @Mutation(() => ProposeCaseErasureResult, { description: 'The first of two signatures.' })
  async proposeCaseErasure(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeCaseErasureInput,
  ): Promise<Result<CaseErasureProposed, DomainError>> {
    const proposed = await this.propose.execute(actor, input);
    return proposed.ok ? ok(Object.assign(new CaseErasureProposed(), proposed.value)) : proposed;
  }

  @Allow('confirmCaseErasure')
  @Mutation(() => CaseChangedResult, {
    description: 'For the data-protection officer: destroys the keys of a case, for good.',
  })
  async confirmCaseErasure(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmCaseErasureInput,
  ): Promise<Result<CaseChanged, DomainError>> {
    const erased = await this.confirm.execute(actor, input);
    return erased.ok ? ok(new CaseChanged(erased.value)) : erased;
  }
}

function appointment(
  result: Result<string, DomainError>,
): Result<DataProtectionOfficerChanged, DomainError> {
  if (!result.ok) return result;
  return ok(Object.assign(new DataProtectionOfficerChanged(), { personId: result.value }));
}
