import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { CompareEvidenceUseCase } from '../application/evidence/compare-evidence.use-case.js';
import { EvidenceKeepingUseCase } from '../application/evidence/evidence-keeping.use-case.js';
import { RecordEvidenceUseCase } from '../application/evidence/record-evidence.use-case.js';
import { WaiveEvidenceUseCase } from '../application/evidence/waive-evidence.use-case.js';
import {
  DisbursementChangedResult,
  type DisbursementChanged,
} from './disbursement-changed.type.js';
import { changed } from './draft.resolver.js';
import {
  AppointEvidenceKeeperInput,
  CompareEvidenceInput,
  CompareEvidenceResult,
  DismissEvidenceKeeperInput,
  EvidenceCompared,
  EvidenceKeeperChanged,
  EvidenceKeeperResult,
  EvidenceLockReleased,
  EvidenceOpened,
  OpenEvidenceInput,
  OpenEvidenceResult,
  RecordEvidenceInput,
  ReleaseEvidenceLockInput,
  ReleaseEvidenceLockResult,
  WaiveEvidenceInput,
} from './evidence.type.js';

type Answer = Promise<Result<DisbursementChanged, DomainError>>;

/** Proofs of delivery and the two people who keep the full ones. */
@Resolver()
export class EvidenceResolver {
  constructor(
    private readonly record: RecordEvidenceUseCase,
    private readonly waive: WaiveEvidenceUseCase,
    private readonly keeping: EvidenceKeepingUseCase,
    private readonly compare: CompareEvidenceUseCase,
  ) {}

  @Allow('recordEvidence')
  @Mutation(() => DisbursementChangedResult, { description: 'Adds a proof of delivery.' })
  recordEvidence(@CurrentActor() actor: Actor, @Args('input') input: RecordEvidenceInput): Answer {
    return changed(this.record.execute(actor, input));
  }

  @Allow('waiveEvidence')
  @Mutation(() => DisbursementChangedResult, { description: 'One of the two signatures it takes.' })
  waiveEvidence(@CurrentActor() actor: Actor, @Args('input') input: WaiveEvidenceInput): Answer {
    return changed(this.waive.execute(actor, input));
  }

  @Allow('compareEvidence')
  @Mutation(() => CompareEvidenceResult, {
    description: 'Checks a document of E3; it is not kept.',
  })
  async compareEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: CompareEvidenceInput,
  ): Promise<Result<EvidenceCompared, DomainError>> {
    const result = await this.compare.execute(actor, input);
    if (!result.ok) return result;
    return ok(Object.assign(new EvidenceCompared(), { isSame: result.value }));
  }

  @Allow('appointEvidenceKeeper')
  @Mutation(() => EvidenceKeeperResult)
  async appointEvidenceKeeper(
    @CurrentActor() actor: Actor,
    @Args('input') input: AppointEvidenceKeeperInput,
  ): Promise<Result<EvidenceKeeperChanged, DomainError>> {
    return keeper(await this.keeping.appoint(actor, input.personId));
  }

  @Allow('dismissEvidenceKeeper')
  @Mutation(() => EvidenceKeeperResult)
  async dismissEvidenceKeeper(
    @Args('input') input: DismissEvidenceKeeperInput,
  ): Promise<Result<EvidenceKeeperChanged, DomainError>> {
    return keeper(await this.keeping.dismiss(input.personId));
  }

  @Allow('releaseEvidenceLock')
  @Mutation(() => ReleaseEvidenceLockResult, { description: 'Lets the other keeper open it.' })
  async releaseEvidenceLock(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleaseEvidenceLockInput,
  ): Promise<Result<EvidenceLockReleased, DomainError>> {
    const result = await this.keeping.releaseLock(actor, input.evidenceId);
    if (!result.ok) return result;
    return ok(Object.assign(new EvidenceLockReleased(), { evidenceId: result.value }));
  }

  @Allow('openEvidence')
  @Mutation(() => OpenEvidenceResult, { description: 'For a keeper whose lock is open.' })
  async openEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenEvidenceInput,
  ): Promise<Result<EvidenceOpened, DomainError>> {
    const result = await this.keeping.open(actor, input.evidenceId);
    if (!result.ok) return result;
    return ok(Object.assign(new EvidenceOpened(), { document: result.value }));
  }
}

function keeper(result: Result<string, DomainError>): Result<EvidenceKeeperChanged, DomainError> {
  if (!result.ok) return result;
  return ok(Object.assign(new EvidenceKeeperChanged(), { personId: result.value }));
}
