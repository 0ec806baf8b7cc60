import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import {
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  refused,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { amountBand, visibleFrom } from '../domain/bands.js';
import { mayHaveCard } from '../domain/card-rules.js';
import { FACETS, isFacetValue, type Facet } from '../domain/facets.js';
import { askGate, type GateAnswer } from '../domain/gate.js';
import { isListOld } from '../domain/public-list.js';
import type { TextDraft } from '../domain/public-text.js';
import { shinglesOf, similarPercent } from '../domain/similarity.js';
import { PublicListRepository } from '../infrastructure/public-list.repository.js';
import { PublicTextRepository } from '../infrastructure/public-text.repository.js';
import { TextGroundRepository, type TextGround } from '../infrastructure/text-ground.repository.js';

/** What the gate says of a text, and what it looked at. */
export interface Inspection extends GateAnswer {
  readonly ground: TextGround;
  /** Group of the need, and whether the family lives abroad; both are always said. */
  readonly needGroup: string;
  readonly place: 'ABROAD' | 'IN_COUNTRY';
  /** What the public would be asked for, in minor units. */
  readonly amountMinor: bigint;
  /** The first day on which anybody would see it, were it let out today; YYYY-MM-DD. */
  readonly visibleFrom: string;
  readonly shingles: readonly number[];
  /** The day of the public list that was counted with, YYYY-MM-DD; null without one. */
  readonly listImportedOn: string | null;
  readonly isListOld: boolean;
}

/** Gathers what the gate looks at, and asks it. Reads alone: whoever acts on the answer holds the case's lock. */
@Injectable()
export class GateKeeper {
  constructor(
    private readonly cases: CaseAccess,
    private readonly grounds: TextGroundRepository,
    private readonly texts: PublicTextRepository,
    private readonly list: PublicListRepository,
  ) {}

  /**
   * Errors: NOT_FOUND; INVALID_INPUT for a fact that means nothing; those of {@link mayHaveCard}; REFUSED `NO_CARD_YET` for
   * an update of a need that never had a card. What the gate finds is no error here.
   */
  async inspect(draft: TextDraft, textId: string | null): Promise<Result<Inspection, DomainError>> {
    const { settings, pack } = await this.cases.ground();
    const { kind, needId, facts, body } = draft;
    const problem = FACETS.find((facet) => !means(facet, facts[facet], pack));
    if (problem !== undefined) return err(invalidInput('input.facts', 'UNKNOWN_CODE'));
    const ground = isUuid(needId)
      ? await this.grounds.read(needId, kind, settings.today, textId)
      : null;
    if (ground === null) return err(notFound());
    const possible = isPossible(draft, ground);
    if (!possible.ok) return possible;
    const needType = pack.needTypes.find(({ code }) => code === ground.code);
    const shingles = shinglesOf(body);
    const alike = await this.texts.alike(shingles, ground.fundingReference);
    const answer = askGate({
      ...{ kind, body, facts, isConsentLive: ground.isConsentLive },
      flags: needType?.flags ?? ['X'],
      before: await this.texts.saidBefore(ground.caseId, textId),
      cells: await this.list.cells(),
      smallestCell: settings.smallestCell,
      mostSimilarPercent: Math.max(0, ...alike.map((other) => similarPercent(shingles, other))),
    });
    const listImportedOn = await this.list.importedOn();
    const region = pack.regionClasses.find(({ code }) => code === ground.region);
    const starts = kind === 'CARD' ? ground.approvedOn : null;
    return ok({
      ...answer,
      ...{ ground, shingles, needGroup: needType?.group ?? '' },
      place: region?.inCountry === false ? 'ABROAD' : 'IN_COUNTRY',
      amountMinor: amountBand(BigInt(ground.remainderMinor)),
      visibleFrom: visibleFrom(starts ?? settings.today, settings.today),
      ...{ listImportedOn, isListOld: isListOld(listImportedOn, settings.today) },
    });
  }
}

function isPossible(
  { kind }: TextDraft,
  { needState, remainderMinor, hasCard, cardId }: TextGround,
): Result<void, DomainError> {
  if (kind === 'UPDATE') return cardId === null ? err(refused('NO_CARD_YET')) : ok();
  return mayHaveCard({ needState, hasCard, remainderMinor: BigInt(remainderMinor) });
}

function means(facet: Facet, value: string | undefined, pack: JurisdictionPack): boolean {
  const regions = pack.regionClasses.filter(({ inCountry }) => inCountry).map(({ code }) => code);
  return value === undefined || isFacetValue(facet, value, regions);
}

/** The gravest finding as a refusal; passes where there is none. */
export function passes({ findings }: GateAnswer): Result<void, DomainError> {
  const [first] = findings;
  return first === undefined ? ok() : err(refused(first));
}
