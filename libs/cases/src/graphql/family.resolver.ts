import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import type { ChangedCase } from '../application/changed-case.js';
import { LinkPrisonerUseCase } from '../application/link-prisoner/link-prisoner.use-case.js';
import { RecordHouseholdUseCase } from '../application/record-household/record-household.use-case.js';
import { RecordMemberUseCase } from '../application/record-member/record-member.use-case.js';
import { RecordPrisonerStatusUseCase } from '../application/record-prisoner-status/record-prisoner-status.use-case.js';
import { RecordPrisonerUseCase } from '../application/record-prisoner/record-prisoner.use-case.js';
import { CaseChanged, CaseChangedResult } from './case-changed.type.js';
import { LinkPrisonerInput } from './link-prisoner.type.js';
import { RecordHouseholdInput } from './record-household.type.js';
import { RecordMemberInput } from './record-member.type.js';
import { RecordPrisonerStatusInput } from './record-prisoner-status.type.js';
import { RecordPrisonerInput } from './record-prisoner.type.js';

type Answer = Promise<Result<CaseChanged, DomainError>>;

/** What is known of a family: its households, their members, the prisoners and what happens to them. */
@Resolver()
export class FamilyResolver {
  constructor(
    private readonly household: RecordHouseholdUseCase,
    private readonly member: RecordMemberUseCase,
    private readonly prisoner: RecordPrisonerUseCase,
    private readonly link: LinkPrisonerUseCase,
    private readonly status: RecordPrisonerStatusUseCase,
  ) {}

  @Allow('recordHousehold')
  @Mutation(() => CaseChangedResult, { description: 'Adds a household, or replaces its notes.' })
  async recordHousehold(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordHouseholdInput,
  ): Answer {
    return toAnswer(await this.household.execute(actor, input));
  }

  @Allow('recordMember')
  @Mutation(() => CaseChangedResult, { description: 'Adds a member, or replaces what is known.' })
  async recordMember(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordMemberInput,
  ): Answer {
    return toAnswer(await this.member.execute(actor, input));
  }

  @Allow('recordPrisoner')
  @Mutation(() => CaseChangedResult, { description: 'Adds a prisoner, or replaces the details.' })
  async recordPrisoner(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordPrisonerInput,
  ): Answer {
    return toAnswer(await this.prisoner.execute(actor, input));
  }

  @Allow('linkPrisoner')
  @Mutation(() => CaseChangedResult, { description: 'Links a household and a prisoner, or not.' })
  async linkPrisoner(
    @CurrentActor() actor: Actor,
    @Args('input') input: LinkPrisonerInput,
  ): Answer {
    return toAnswer(await this.link.execute(actor, input));
  }

  @Allow('recordPrisonerStatus')
  @Mutation(() => CaseChangedResult, {
    description:
      'Adds a line to a prisoner’s dated history. A release or an arrest makes verified channels doubtful.',
  })
  async recordPrisonerStatus(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordPrisonerStatusInput,
  ): Answer {
    return toAnswer(await this.status.execute(actor, input));
  }
}

function toAnswer(result: Result<ChangedCase, DomainError>): Result<CaseChanged, DomainError> {
  return result.ok ? ok(new CaseChanged(result.value)) : result;
}
