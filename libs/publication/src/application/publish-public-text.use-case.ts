import { Injectable } from '@nestjs/common';
import { NewCodename } from '@kinward/cases';
import { CaseCards } from '@kinward/funding';
import { err, notFound, ok, staleVersion, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import { monthOf } from '../domain/bands.js';
import { mayPublish } from '../domain/card-rules.js';
import type { PublicText } from '../infrastructure/public-text.repository.js';
import { passes, type Inspection } from './gate-keeper.js';
import { ProposedTexts } from './proposed-texts.js';
import { TextRecords } from './text-records.js';

export interface PublishPublicTextCommand {
  readonly textId: string;
  /** The version that the publisher has read. */
  readonly version: number;
  /** Says: I know this family, or have something to gain. */
  readonly hasInterest: boolean;
  readonly commandKey: string;
}

export interface PublishedText {
  readonly [field: string]: string;
  readonly textId: string;
  readonly cardId: string;
  /** YYYY-MM-DD. */
  readonly visibleFrom: string;
}

/**
 * The second person lets a text out: it passes the gate once more, under the lock of its case and one at a time, and is
 * seen once it has cooled. A card opens with a public codename of its own. Errors: NOT_FOUND, STALE_VERSION, WRONG_STATE;
 * REFUSED of {@link mayPublish}, of the gate, of `GateKeeper.inspect` and of a case that is not live.
 */
@Injectable()
export class PublishPublicTextUseCase {
  constructor(
    private readonly proposed: ProposedTexts,
    private readonly codenames: NewCodename,
    private readonly cards: CaseCards,
    private readonly records: TextRecords,
    private readonly replay: CommandReplay,
  ) {}

  execute(
    actor: Actor,
    command: PublishPublicTextCommand,
  ): Promise<Result<PublishedText, DomainError>> {
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'publishPublicText', key, input }, () =>
      this.publish(actor, command),
    );
  }

  private async publish(
    { personId }: Actor,
    { textId, version, hasInterest }: PublishPublicTextCommand,
  ): Promise<Result<PublishedText, DomainError>> {
    const found = await this.proposed.inspect(textId);
    if (!found.ok) return found;
    const { text, inspection } = found.value;
    if (text.version !== version) return err(staleVersion(text.version));
    const isHolder = inspection.ground.holderIds.includes(personId);
    const { authorIds } = text;
    const allowed = mayPublish({ personId, authorIds, isHolder, hasInterest });
    if (!allowed.ok) return allowed;
    const passed = passes(inspection);
    if (!passed.ok) return passed;
    const card = await this.cardOf(text, inspection);
    if (!card.ok) return card;
    const { visibleFrom } = inspection;
    const cardId = card.value;
    await this.proposed.texts.publish(text.id, {
      ...{ cardId, personId, visibleFrom },
      at: this.records.now(),
    });
    this.records.tell('PUBLIC_TEXT_PUBLISHED', text.id);
    return ok({ textId, cardId, visibleFrom });
  }

  /** The card that a text opens, or that it tells of. */
  private async cardOf(
    { kind, facts, fundingReference }: PublicText,
    { ground, needGroup, place, amountMinor, visibleFrom }: Inspection,
  ): Promise<Result<string, DomainError>> {
    if (kind === 'UPDATE') return ground.cardId === null ? err(notFound()) : ok(ground.cardId);
    const publicCodename = await this.codenames.take();
    if (!publicCodename.ok) return publicCodename;
    const { cardId } = await this.cards.open({
      publicCodename: publicCodename.value,
      ...{ needGroup, amountMinor, fundingReference, visibleFrom },
      facts: { place, ...facts, month: monthOf(visibleFrom) },
    });
    return ok(cardId);
  }
}
