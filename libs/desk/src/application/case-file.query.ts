import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { KeyOpener } from '@kinward/vault';
import { CaseStoryReader, type CaseStoryView } from './case-story.reader.js';
import type { CaseFileWork } from './case-file.view.js';

/** A case file as far as the actor may see it. */
export interface CaseFileView extends CaseFileWork {
  /** Null where the actor holds no key to the story; the screens say "sealed". */
  readonly story: CaseStoryView | null;
  readonly mayRevealIdentity: boolean;
}

/**
 * One case file. Work data for coordinators of the organisation and for those on the case, the story for whoever
 * holds its key. NOT_FOUND for everybody else; INTEGRITY when something stored fails its checks.
 */
@Injectable()
export class CaseFileQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: KeyOpener,
    private readonly stories: CaseStoryReader,
  ) {}

  async find(actor: Actor, caseId: string): Promise<Result<CaseFileView, DomainError>> {
    if (!isUuid(caseId)) return err(notFound());
    const [work] = await this.unitOfWork.query<CaseFileWork>(WORK, [
      caseId,
      actor.roles.has('COORDINATOR') ? null : actor.personId,
    ]);
    if (work === undefined) return err(notFound());
    const opened = await this.opener.open(actor, [caseId]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(caseId, 'T1');
    const mayRevealIdentity = opened.value.of(caseId, 'T0') !== null;
    if (keys === null) return ok({ ...work, story: null, mayRevealIdentity });
    const story = await this.stories.read(caseId, keys);
    return story.ok ? ok({ ...work, story: story.value, mayRevealIdentity }) : story;
  }
}

/** Work data with its lists in one statement. */
const WORK = `
  SELECT f.id, f.codename, f.state, f.state_since::text AS "stateSince", f.region,
    f.opened_day::text AS "openedDay", f.version, f.assignee_id AS "assigneeId", f.deputy_id AS "deputyId",
    f.verified_by AS "verifiedBy", f.evidence_class AS "evidenceClass",
    f.verification_due_day::text AS "verificationDueDay", f.contact_rhythm_days AS "contactRhythmDays",
    f.last_confirmed_contact_day::text AS "lastConfirmedContactDay",
    f.next_step_kind AS "nextStepKind", f.next_step_due_day::text AS "nextStepDueDay",
    f.retention_due_day::text AS "retentionDueDay",
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'trust', t.trust) ORDER BY t.id), '[]')
       FROM contact_channel t WHERE t.case_id = f.id) AS channels,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'purpose', t.purpose, 'givenOn', t.given_on,
        'lapsesOn', t.lapses_on, 'withdrawnOn', t.withdrawn_on) ORDER BY t.given_on DESC, t.id), '[]')
       FROM consent t WHERE t.case_id = f.id) AS consents,
    (SELECT coalesce(json_agg(a ORDER BY a."madeOn" DESC, a.id), '[]') FROM (SELECT t.id,
        t.made_on AS "madeOn", t.outcome, t.made_by AS "madeById", t.channel_id AS "channelId"
       FROM contact_attempt t WHERE t.case_id = f.id ORDER BY t.made_on DESC, t.id LIMIT 50) a) AS attempts,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'transition', t.transition,
        'fromState', t.from_state, 'toState', t.to_state, 'reason', t.reason, 'madeById', t.made_by,
        'madeOn', t.made_on) ORDER BY t.made_on, t.id), '[]')
       FROM case_transition t WHERE t.case_id = f.id) AS transitions,
    (SELECT coalesce(json_agg(h ORDER BY h."holderId", h.tier), '[]') FROM (SELECT g.holder_id AS "holderId",
        c.tier, g.purpose, to_char(g.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "expiresOn",
        coalesce(l.state = 'LOCKED', false) AS "isLocked"
       FROM access_grant g JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
       LEFT JOIN key_lock l ON l.id = g.lock_id
       WHERE c.subject_id = f.id AND g.expires_at > now()) h) AS holders
  FROM case_file f
  WHERE f.id = $1 AND ($2::uuid IS NULL OR f.assignee_id = $2 OR f.deputy_id = $2
    OR EXISTS (SELECT FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
      WHERE c.subject_id = f.id AND g.holder_id = $2))`;
