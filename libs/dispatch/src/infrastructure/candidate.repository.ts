import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { FITS, mayWork, OPEN_TASKS } from './volunteer-fit.js';

/** Somebody whom a task's details are sealed to. */
export interface Candidate {
  readonly personId: string;
  readonly ring: number;
  readonly state: 'ASKED' | 'LEFT';
  readonly lockId: string | null;
}

/** How many people wait in which part of a task's rings. */
export interface RingCount {
  /** May still be asked, or is being asked. */
  readonly asked: number;
  /** The last ring there is. */
  readonly last: number;
}

/** Who is asked to do a task, in rings. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * People who fit and whom the task is not sealed to yet, the best first: nobody trusted with more than the task
   * needs, then whoever has least in hand, then at random, so that nobody is always the first.
   */
  async bestFitting(taskId: string, now: Date, most: number): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ person_id: string }>(
      `SELECT v.person_id FROM task t JOIN volunteer v ON v.organization_id = t.organization_id
       WHERE t.id = $1 AND ${mayWork('$2')} AND ${FITS}
         AND NOT EXISTS (SELECT FROM task_candidate c WHERE c.organization_id = t.organization_id
           AND c.task_id = t.id AND c.person_id = v.person_id)
       ORDER BY v.tier, ${OPEN_TASKS}, random() LIMIT $3`,
      [taskId, now, most],
    );
    return rows.map((row) => row.person_id);
  }

  /** Adds people in rings of `size` after the last one, in the order given. */
  async add(
    taskId: string,
    people: readonly { readonly personId: string; readonly lockId: string | null }[],
    rings: { readonly after: number; readonly size: number },
  ): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO task_candidate (organization_id, task_id, person_id, lock_id, ring, state)
       SELECT $1, $2, p.person_id, p.lock_id, $3 + 1 + (p.place - 1) / $4, 'ASKED'
       FROM unnest($5::uuid[], $6::uuid[]) WITH ORDINALITY AS p (person_id, lock_id, place)`,
      [
        this.unitOfWork.scope().organizationId,
        taskId,
        rings.after,
        rings.size,
        people.map((person) => person.personId),
        people.map((person) => person.lockId),
      ],
    );
  }

  async count(taskId: string): Promise<RingCount> {
    const [row] = await this.unitOfWork.query<RingCount>(
      `SELECT (count(*) FILTER (WHERE state = 'ASKED'))::int AS asked, coalesce(max(ring), 0)::int AS last
       FROM task_candidate WHERE organization_id = $1 AND task_id = $2`,
      [this.unitOfWork.scope().organizationId, taskId],
    );
    return row ?? { asked: 0, last: 0 };
  }

  async find(taskId: string, personId: string): Promise<Candidate | null> {
    const [row] = await this.unitOfWork.query<Candidate>(
      `SELECT person_id AS "personId", ring::int, state, lock_id AS "lockId" FROM task_candidate
       WHERE organization_id = $1 AND task_id = $2 AND person_id = $3`,
      [this.unitOfWork.scope().organizationId, taskId, personId],
    );
    return row ?? null;
  }

  /** Marks that somebody gave the task up; they are not asked again. */
  async leave(taskId: string, personId: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE task_candidate SET state = 'LEFT'
       WHERE organization_id = $1 AND task_id = $2 AND person_id = $3`,
      [this.unitOfWork.scope().organizationId, taskId, personId],
    );
  }

  /** Every lock of a task. */
  async locksOf(taskId: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ lock_id: string }>(
      `SELECT lock_id FROM task_candidate
       WHERE organization_id = $1 AND task_id = $2 AND lock_id IS NOT NULL`,
      [this.unitOfWork.scope().organizationId, taskId],
    );
    return rows.map((row) => row.lock_id);
  }

  /** Everybody who has been asked so far, for a ping. */
  async asked(taskId: string, ring: number): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ person_id: string }>(
      `SELECT person_id FROM task_candidate
       WHERE organization_id = $1 AND task_id = $2 AND ring = $3 AND state = 'ASKED'`,
      [this.unitOfWork.scope().organizationId, taskId, ring],
    );
    return rows.map((row) => row.person_id);
  }
}
