import type { LockedCase } from '@kinward/cases';
import { Inject, Injectable } from '@nestjs/common';
import {
  deliveryAnswer,
  CHANNEL_CLASSES,
  findEntry,
  findNeedType,
  type NeedType,
} from '@kinward/jurisdictions';
import { CLOCK, type Actor } from '@kinward/platform';
import type { Clock } from '@kinward/kernel';
import { isHalted } from '../domain/aid-state.js';
import type { NeedFacts } from '../domain/need-guards.js';
import {
  refreshedPoints,
  scoreOf,
  TRIAGE_VERSION,
  triagePoints,
  type TriageFacts,
  type TriageSituation,
} from '../domain/triage-score.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedGroundRepository } from '../infrastructure/need-ground.repository.js';
import type { LockedNeed } from './need-access.js';

export type ScoreColumns = Pick<NeedRow, 'score' | 'scoreVersion' | 'scorePoints'>;
type Scored = Pick<NeedRow, 'code' | 'priority' | 'dueDay' | 'scorePoints'>;

/** What the rules look at around a need: pack, consent, channels, former help. Read under the lock of the case. */
@Injectable()
export class NeedGround {
  constructor(
    private readonly ground: NeedGroundRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The kind of need. @throws Error for a stored code that the pack no longer has, which no pack may do */
  typeOf({ pack }: LockedCase, code: string): NeedType {
    const type = findNeedType(pack, code);
    if (type === undefined) throw new Error('the jurisdiction pack lost a code of needs');
    return type;
  }

  /** Strength of the proof that is asked for where the family is. */
  evidenceFor(file: LockedCase, type: NeedType): string {
    return isInCountry(file) ? type.evidence.inCountry : type.evidence.abroad;
  }

  /**
   * Whether the delivery rules let this way through today: A allowed, S with clearance each time, null for no. Whether
   * a person stands on a list is sealed; the disbursement asks for it (domain.md C4).
   */
  async clearanceOf(
    file: LockedCase,
    type: NeedType,
    channelClass: string | null,
  ): Promise<'A' | 'S' | null> {
    const channel = CHANNEL_CLASSES.find((each) => each === channelClass);
    if (channel === undefined || !type.channels.includes(channel)) return null;
    const { rule } = deliveryAnswer(file.pack, channel, {
      region: file.row.region,
      channelTrust: await this.ground.bestTrust(file.row.id),
      caseHalted: isHalted(file.row.state),
      // A parcel goes to the prisoner, everything else to the family.
      inCustody: channel === 'PARCEL_BY_RELATIVE',
      recipientListed: false,
      needFlags: type.flags,
    });
    return rule === 'A' || rule === 'S' ? rule : null;
  }

  /** The score with facts that somebody has just read or written. */
  async score(
    file: LockedCase,
    need: Pick<NeedRow, 'code' | 'priority' | 'dueDay'>,
    facts: TriageFacts | null,
  ): Promise<ScoreColumns> {
    const points = triagePoints(facts, await this.situationOf(file, need));
    return { score: scoreOf(points), scoreVersion: TRIAGE_VERSION, scorePoints: points };
  }

  /** The score with what changes by itself brought up to date; the household's points stay as they are. */
  async refreshedScore(file: LockedCase, need: Scored): Promise<ScoreColumns> {
    const before = need.scorePoints;
    if (before === null) return this.score(file, need, null);
    const points = refreshedPoints(before, await this.situationOf(file, need));
    return { score: scoreOf(points), scoreVersion: TRIAGE_VERSION, scorePoints: points };
  }

  /** Everything the guards of the state machine ask. */
  async factsOf(
    { need, file }: LockedNeed,
    actor: Actor | null,
    stated: { readonly reason?: string | null; readonly channelCleared?: boolean } = {},
  ): Promise<NeedFacts> {
    const type = this.typeOf(file, need.code);
    const { settings, pack, row } = file;
    const purposes = pack.consentPurposes.filter((purpose) => purpose.requiredForAid);
    const codes = purposes.map((purpose) => purpose.code);
    return {
      ...need,
      mayBeFree: type.mayBeFree,
      today: settings.today,
      aidConsentLive: await this.ground.isConsentLive(row.id, codes, settings.today),
      channelCleared: stated.channelCleared ?? false,
      reason: stated.reason ?? null,
      makerIds: [...(need.authorId === null ? [] : [need.authorId]), ...need.makerIds],
      actorId: actor?.personId ?? null,
      needsSecondApprover: need.amountMinor > type.ceilingMinor,
      callOutUnderCap: need.callOutId !== null && (await this.isUnderCap(need.callOutId)),
      caseHalted: isHalted(row.state),
    };
  }

  /** Whether a running call-out still covers all that was written for it. */
  private async isUnderCap(callOutId: string): Promise<boolean> {
    const room = await this.ground.roomInCallOut(callOutId);
    return room !== null && room >= 0n;
  }

  now(): Date {
    return this.clock.now();
  }

  private async situationOf(
    file: LockedCase,
    need: Pick<NeedRow, 'code' | 'priority' | 'dueDay'>,
  ): Promise<TriageSituation> {
    return {
      priority: need.priority ?? this.typeOf(file, need.code).priority,
      dueDay: need.dueDay,
      lastHelpedOn: await this.ground.lastHelpedOn(file.row.id),
      today: file.settings.today,
    };
  }
}

function isInCountry({ pack, row }: LockedCase): boolean {
  return findEntry(pack, 'regionClasses', row.region)?.inCountry !== false;
}
