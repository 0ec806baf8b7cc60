import { Injectable } from '@nestjs/common';
import { err, notFound, ok, wrongState, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { PublicTextRepository, type PublicText } from '../infrastructure/public-text.repository.js';
import { TextGroundRepository } from '../infrastructure/text-ground.repository.js';
import { GateKeeper, type Inspection } from './gate-keeper.js';

/** A text that waits for a second person, under its locks: case and need, the door of the house, the text. */
@Injectable()
export class ProposedTexts {
  constructor(
    private readonly needs: NeedMoney,
    private readonly grounds: TextGroundRepository,
    readonly texts: PublicTextRepository,
    private readonly gate: GateKeeper,
  ) {}

  /** Errors: NOT_FOUND; WRONG_STATE for a text that waits for nobody; those of `GateKeeper.inspect`; a case not live. */
  async inspect(
    textId: string,
  ): Promise<Result<{ text: PublicText; inspection: Inspection }, DomainError>> {
    const known = await this.texts.find(textId);
    const needId = known === null ? null : await this.grounds.needOf(known.fundingReference);
    if (needId === null) return err(notFound());
    const locked = await this.needs.lock(needId, null);
    if (!locked.ok) return locked;
    const live = this.needs.requireLiveCase(locked.value);
    if (!live.ok) return live;
    await this.texts.holdDoor();
    const text = await this.texts.lock(textId);
    if (text === null) return err(notFound());
    if (text.state !== 'PROPOSED') return err(wrongState(text.state));
    const { kind, facts, body } = text;
    const inspected = await this.gate.inspect({ kind, needId, facts, body }, textId);
    return inspected.ok ? ok({ text, inspection: inspected.value }) : inspected;
  }
}
