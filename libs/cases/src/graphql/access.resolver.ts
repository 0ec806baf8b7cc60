import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { GrantAccessUseCase } from '../application/access/grant-access.use-case.js';
import { HandOverCaseUseCase } from '../application/access/hand-over-case.use-case.js';
import { ReleaseDeputyLockUseCase } from '../application/access/release-deputy-lock.use-case.js';
import { RevokeAccessUseCase } from '../application/access/revoke-access.use-case.js';
import { AssignCaseUseCase } from '../application/assign-case/assign-case.use-case.js';
import {
  AssignCaseInput,
  GrantAccessInput,
  HandOverCaseInput,
  NameDeputyInput,
  ReleaseDeputyLockInput,
  RevokeAccessInput,
} from './access.type.js';
import { CaseChanged, CaseChangedResult } from './case-changed.type.js';

type Answer = Promise<Result<CaseChanged, DomainError>>;

/** Who works on a case, and who may open it; two different things (decision 4). */
@Resolver()
export class AccessResolver {
  constructor(
    private readonly assign: AssignCaseUseCase,
    private readonly handOver: HandOverCaseUseCase,
    private readonly grant: GrantAccessUseCase,
    private readonly release: ReleaseDeputyLockUseCase,
    private readonly revoke: RevokeAccessUseCase,
  ) {}

  @Allow('assignCase')
  @Mutation(() => CaseChangedResult, { description: 'Gives the work; access needs a grant.' })
  assignCase(@CurrentActor() actor: Actor, @Args('input') input: AssignCaseInput): Answer {
    return changed(this.assign.execute(actor, input, 'ASSIGNEE'));
  }

  @Allow('nameDeputy')
  @Mutation(() => CaseChangedResult, { description: 'Names the second holder.' })
  nameDeputy(@CurrentActor() actor: Actor, @Args('input') input: NameDeputyInput): Answer {
    return changed(this.assign.execute(actor, input, 'DEPUTY'));
  }

  @Allow('handOverCase')
  @Mutation(() => CaseChangedResult, { description: 'Passes work and access on in one act.' })
  handOverCase(@CurrentActor() actor: Actor, @Args('input') input: HandOverCaseInput): Answer {
    return changed(this.handOver.execute(actor, input));
  }

  @Allow('grantAccess')
  @Mutation(() => CaseChangedResult, { description: 'Signs the access somebody waits for.' })
  grantAccess(@CurrentActor() actor: Actor, @Args('input') input: GrantAccessInput): Answer {
    return changed(this.grant.execute(actor, input));
  }

  @Allow('releaseDeputyLock')
  @Mutation(() => CaseChangedResult, { description: 'Lets the deputy open the case.' })
  releaseDeputyLock(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleaseDeputyLockInput,
  ): Answer {
    return changed(this.release.execute(actor, input));
  }

  @Allow('revokeAccess')
  @Mutation(() => CaseChangedResult, { description: 'Ends a person’s access at once.' })
  revokeAccess(@CurrentActor() actor: Actor, @Args('input') input: RevokeAccessInput): Answer {
    return changed(this.revoke.execute(actor, input));
  }
}

async function changed(
  work: Promise<Result<{ caseId: string; version: number }, DomainError>>,
): Answer {
  const result = await work;
  return result.ok ? ok(new CaseChanged(result.value)) : result;
}
