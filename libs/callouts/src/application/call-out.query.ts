import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import type { CallOutProtocol, JurisdictionPack } from '@kinward/jurisdictions';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import {
  CallOutDetailRepository,
  type CallLine,
  type CallOutNeedLine,
  type CallOutStep,
  type CallOutTask,
} from '../infrastructure/call-out-detail.repository.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { CallOutListQuery, type CallOutLine } from './call-out-list.query.js';
import { CallOutSealing } from './call-out-sealing.js';

export type {
  CallLine,
  CallOutNeedLine,
  CallOutStep,
  CallOutTask,
} from '../infrastructure/call-out-detail.repository.js';

export interface CallOutDetail {
  readonly callOut: CallOutLine;
  /** What the alarm said; null without words or without a key to them. */
  readonly words: string | null;
  readonly calls: readonly CallLine[];
  readonly tasks: readonly CallOutTask[];
  readonly needs: readonly CallOutNeedLine[];
  readonly history: readonly CallOutStep[];
}

/** One call-out with all that hangs on it, and the protocols there are. */
@Injectable()
export class CallOutQuery {
  constructor(
    private readonly lines: CallOutListQuery,
    private readonly details: CallOutDetailRepository,
    private readonly callOuts: CallOutRepository,
    private readonly sealing: CallOutSealing,
    private readonly cases: CaseAccess,
  ) {}

  /** NOT_FOUND, also for whom it does not concern; INTEGRITY. */
  async detail(actor: Actor, callOutId: string): Promise<Result<CallOutDetail, DomainError>> {
    const line = await this.lines.one(actor, callOutId);
    const row = line === null ? null : await this.callOuts.find(callOutId);
    if (line === null || row === null) return err(notFound());
    const words = await this.sealing.open(actor, row);
    if (!words.ok) return words;
    return ok({
      callOut: line,
      words: words.value?.text ?? null,
      calls: await this.details.calls(callOutId),
      tasks: await this.details.tasks(callOutId),
      needs: await this.details.needs(callOutId),
      history: await this.details.history(callOutId),
    });
  }

  /** The protocols of the organisation's pack. */
  async protocols(): Promise<{ pack: JurisdictionPack; protocols: readonly CallOutProtocol[] }> {
    const { pack } = await this.cases.ground();
    return { pack, protocols: pack.callOutProtocols };
  }
}
