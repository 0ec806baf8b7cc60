import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { CallOutNews } from './call-out-news.js';
import { CallOutPings } from './call-out-pings.js';
import { CallOutSealing } from './call-out-sealing.js';

/** Writes an alarm with its words, its first line of history, its news and its pings: all of it or nothing. */
@Injectable()
export class CallOutAlarm {
  constructor(
    private readonly callOuts: CallOutRepository,
    private readonly sealing: CallOutSealing,
    private readonly news: CallOutNews,
    private readonly pings: CallOutPings,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** REFUSED `WORDS_CANNOT_BE_SEALED` for somebody on probation, who makes no keys; as the vault refuses words. */
  async raise(
    actor: Actor,
    row: CallOutRow,
    words: string | null,
  ): Promise<Result<CallOutRow, DomainError>> {
    const text = words?.trim();
    const sealed = text === undefined ? ok(null) : await this.sealing.seal(actor, row.id, { text });
    if (!sealed.ok)
      return isProbation(sealed.error) ? err(refused('WORDS_CANNOT_BE_SEALED')) : sealed;
    const alarm = { ...row, sealedWords: sealed.value };
    await this.callOuts.add(alarm);
    await this.callOuts.addTransition({
      ...{ id: this.ids.next(), callOutId: row.id, transition: 'RAISE', fromState: null },
      ...{ toState: row.state, version: row.version, reason: row.triggerCode },
      ...{ madeBy: actor.personId, madeAt: row.raisedAt },
    });
    await this.news.tell('RAISE', row.id, row.triggerCode);
    await this.pings.alarm();
    return ok(alarm);
  }
}

function isProbation(error: DomainError): boolean {
  return error.kind === 'REFUSED' && error.reason === 'SIGNER_MAY_NOT_GRANT';
}
