import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { CommandReplay, type Actor } from '@kinward/platform';
import { hasContact } from '../domain/gate.js';
import { LONGEST_TEXT, OPEN_STATES, type TextDraft, type TextKind } from '../domain/public-text.js';
import { PublicTextRepository, type PublicText } from '../infrastructure/public-text.repository.js';
import { GateKeeper, passes } from './gate-keeper.js';
import { TextRecords } from './text-records.js';

export interface WritePublicTextCommand extends TextDraft {
  /** Left out for a new text. */
  readonly textId?: string | null;
  /** The version of that text. */
  readonly version?: number | null;
  /** Hand it to a second person; otherwise it is kept as a draft, whatever the gate finds. */
  readonly propose: boolean;
  readonly commandKey: string;
}

export interface WrittenPublicText {
  readonly [field: string]: string;
  readonly textId: string;
  readonly state: string;
}

/**
 * Writes a card or an update, and hands it on where the gate finds nothing. A text with what looks like a contact is not
 * even kept. Errors: NOT_FOUND, STALE_VERSION, WRONG_STATE, INVALID_INPUT; REFUSED of a case that is not live, of
 * `GateKeeper.inspect`, of the gate where it is proposed, and `TEXT_HAS_CONTACT`.
 */
@Injectable()
export class WritePublicTextUseCase {
  constructor(
    private readonly needs: NeedMoney,
    private readonly gate: GateKeeper,
    private readonly texts: PublicTextRepository,
    private readonly records: TextRecords,
    private readonly replay: CommandReplay,
  ) {}

  execute(
    actor: Actor,
    command: WritePublicTextCommand,
  ): Promise<Result<WrittenPublicText, DomainError>> {
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'writePublicText', key, input }, () =>
      this.write(actor, command),
    );
  }

  private async write(
    { personId }: Actor,
    command: WritePublicTextCommand,
  ): Promise<Result<WrittenPublicText, DomainError>> {
    const body = command.body.trim();
    const length = checkLength(body);
    if (!length.ok) return length;
    if (hasContact(body)) return err(refused('TEXT_HAS_CONTACT'));
    const locked = await this.needs.lock(command.needId, null);
    if (!locked.ok) return locked;
    const live = this.needs.requireLiveCase(locked.value);
    if (!live.ok) return live;
    const known = await this.openText(command);
    if (!known.ok) return known;
    const { kind, needId, facts, propose } = command;
    const draft = { kind, needId, facts, body };
    const textId = known.value?.id ?? null;
    const inspected = await this.gate.inspect(draft, textId);
    if (!inspected.ok) return inspected;
    if (propose) {
      const passed = passes(inspected.value);
      if (!passed.ok) return passed;
    }
    const { ground, shingles } = inspected.value;
    const { fundingReference } = ground;
    if (known.value !== null && known.value.fundingReference !== fundingReference) {
      return err(notFound());
    }
    const state = propose ? ('PROPOSED' as const) : ('DRAFT' as const);
    const written = { kind, fundingReference, facts, body, shingles, state, personId };
    const id = textId ?? this.records.nextId();
    const row = { ...written, at: this.records.now() };
    await (textId === null ? this.texts.add(id, row) : this.texts.rewrite(id, row));
    this.records.tell(propose ? 'PUBLIC_TEXT_PROPOSED' : 'PUBLIC_TEXT_WRITTEN', id);
    return ok({ textId: id, state });
  }

  /** The text that is written anew; null for a new one. */
  private async openText({
    textId,
    version,
    kind,
  }: WritePublicTextCommand): Promise<Result<PublicText | null, DomainError>> {
    if (textId == null) return ok(null);
    const text = await this.texts.lock(textId);
    return isOpen(text, kind, version ?? null);
  }
}

function isOpen(
  text: PublicText | null,
  kind: TextKind,
  version: number | null,
): Result<PublicText, DomainError> {
  if (text?.kind !== kind) return err(notFound());
  if (!OPEN_STATES.includes(text.state)) return err(wrongState(text.state));
  if (version !== null && version !== text.version) return err(staleVersion(text.version));
  return ok(text);
}

function checkLength(body: string): Result<void, DomainError> {
  if (body.length === 0) return err(invalidInput('input.body', 'BLANK'));
  return body.length > LONGEST_TEXT ? err(invalidInput('input.body', 'TOO_LONG')) : ok();
}
