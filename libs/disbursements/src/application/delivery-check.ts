import { Injectable } from '@nestjs/common';
import type { OpenCase } from '@kinward/cases';
import {
  deliveryAnswer,
  findNeedType,
  type ChannelClass,
  type DeliveryAnswer,
  type JurisdictionPack,
  type NeedType,
} from '@kinward/jurisdictions';
import type { NeedForMoney } from '@kinward/needs';
import { openJson } from '@kinward/vault';
import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import { SecurityAlerts } from '@kinward/platform';
import { bestTrust } from '../domain/channel-trust.js';
import { countsAsListed, type Recipient } from '../domain/recipient.js';
import { GroundRepository } from '../infrastructure/ground.repository.js';

/** Cases in which nothing goes out at all. */
const HALTED = ['PAUSED_BY_FAMILY', 'QUARANTINED'];

/** One way to one recipient. */
export interface Way {
  readonly channelClass: ChannelClass;
  readonly recipient: Recipient;
}

/** Asks the pack's delivery rules about a way, with what the desk knows (domain.md C4, decision 6). */
@Injectable()
export class DeliveryCheck {
  constructor(
    private readonly ground: GroundRepository,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** The need's type; a code of an older pack has none and is treated with the most care. */
  typeOf(pack: JurisdictionPack, need: NeedForMoney): NeedType | null {
    return findNeedType(pack, need.code) ?? null;
  }

  /** @param someoneListed what only somebody with the key to the story can know; false where nobody opened it */
  async answer(
    pack: JurisdictionPack,
    need: NeedForMoney,
    way: Way,
    someoneListed: boolean,
  ): Promise<DeliveryAnswer> {
    const needFlags = this.typeOf(pack, need)?.flags ?? ['S'];
    return deliveryAnswer(pack, way.channelClass, {
      region: need.region,
      channelTrust: bestTrust(await this.ground.trusts(need.caseId)),
      caseHalted: HALTED.includes(need.caseState),
      inCustody: way.recipient === 'PERSON_HELD',
      recipientListed: countsAsListed(way.recipient, needFlags, someoneListed),
      needFlags,
    });
  }

  /** Whether any prisoner of the case stands on a list of the state. INTEGRITY, with an alarm, for a broken row. */
  async someoneListed(file: OpenCase): Promise<Result<boolean, IntegrityError>> {
    for (const { id, version, sealedT1 } of await this.ground.prisoners(file.row.id)) {
      const cell = { table: 'prisoner', column: 'sealed_t1', rowId: id, revision: version };
      const story = openJson<{ stateLists?: readonly string[] }>(file.story, cell, sealedT1);
      if (!story.ok) {
        const cause = 'SEALED_FIELD';
        this.alerts.raise({ kind: 'INTEGRITY', cause, subjectKind: 'PRISONER', subjectId: id });
        return err(integrity());
      }
      if ((story.value.stateLists ?? []).length > 0) return ok(true);
    }
    return ok(false);
  }
}
