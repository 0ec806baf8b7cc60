import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, toId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { decideTask } from '../src/domain/task-state.js';
import { TASK_STATES, type TaskState } from '../src/domain/task-states.js';
import { ClaimRepository } from '../src/infrastructure/claim.repository.js';

const HOUR_MS = 3_600_000;
const HELD = ['CLAIMED', 'ACCEPTED', 'IN_PROGRESS'];
const AFTER = ['REPORTED', 'VERIFIED', 'FAILED', 'ABORTED_UNSAFE'];

/** One difference from a task and a volunteer who suit each other. */
interface Situation {
  readonly name: string;
  readonly state?: TaskState;
  readonly task?: Readonly<Record<string, unknown>>;
  readonly volunteer?: Readonly<Record<string, unknown>>;
  readonly candidate?: Readonly<Record<string, unknown>> | null;
  readonly held?: number;
}

const SITUATIONS: readonly Situation[] = [
  { name: 'everything fits' },
  ...TASK_STATES.filter((state) => state !== 'OPEN').map((state) => ({ name: state, state })),
  { name: 'due', task: { due_at: new Date(0) } },
  { name: 'another country', task: { country: 'LT' } },
  { name: 'a language more', task: { languages: ['be', 'lt'] } },
  { name: 'a skill', task: { skills: ['DRIVING'] } },
  { name: 'a higher tier', task: { tier: 'V3' } },
  { name: 'suspended', volunteer: { state: 'SUSPENDED' } },
  { name: 'to be checked again', volunteer: { state: 'RECHECK_DUE' } },
  { name: 'away', volunteer: { away_until: '2099-01-01' } },
  { name: 'a no', volunteer: { refuses: ['WRITE_LETTERS'] } },
  { name: 'a lower tier', volunteer: { tier: 'V1' }, task: { tier: 'V2' } },
  { name: 'not asked', candidate: null },
  { name: 'a later ring', candidate: { ring: 2 } },
  { name: 'had it before', candidate: { state: 'LEFT' } },
  { name: 'as many as allowed', held: 2 },
  { name: 'one less', held: 1 },
];

describe('the claim in SQL and the state machine', () => {
  let desk: TestDesk;
  let claims: ClaimRepository;
  let unitOfWork: UnitOfWork;
  let organizationId: string;
  let author: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    claims = desk.app.get(ClaimRepository, { strict: false });
    unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    const [row] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    organizationId = row?.id ?? '';
    author = await desk.personId('coordinator');
  });

  afterAll(() => desk.close());

  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const columns = Object.entries({ organization_id: organizationId, ...row });
    const places = columns.map((_, index) => `$${String(index + 1)}`);
    await desk.database.asOperator(
      `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')}) VALUES (${places.join(', ')})`,
      columns.map(([, value]) => value),
    );
  };
  const addTask = async (
    state: TaskState,
    holderId: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<string> => {
    const id = randomUUID();
    const later = new Date(desk.clock.now().getTime() + 24 * HOUR_MS);
    const isHeld = HELD.includes(state);
    await insert('task', {
      ...{ id, kind: 'WRITE_LETTERS', state, priority: 'P3', tier: 'V1', origin: 'FREE' },
      ...{ carries_personal_data: false, languages: ['be'], due_at: later, expected_minutes: 30 },
      ...{ author_id: author, ring: 1, lease_until: isHeld ? later : null },
      holder_id: isHeld || AFTER.includes(state) ? holderId : null,
      ...more,
    });
    return id;
  };
  const plant = async (situation: Situation): Promise<{ taskId: string; personId: string }> => {
    const personId = randomUUID();
    const id = personId;
    await insert('person', {
      id,
      display_name_sealed: '\\x00',
      roles: ['VOLUNTEER'],
      standing: 'ACTIVE',
    });
    await insert('volunteer', {
      ...{
        person_id: personId,
        state: 'ACTIVE',
        state_since: '2026-01-01',
        tier: 'V2',
        country: 'PL',
      },
      ...{ time_zone: 'Europe/Warsaw', languages: ['be'], open_task_limit: 2 },
      ...situation.volunteer,
    });
    for (let index = 0; index < (situation.held ?? 0); index += 1) {
      await addTask('ACCEPTED', personId);
    }
    const taskId = await addTask(situation.state ?? 'OPEN', author, situation.task);
    if (situation.candidate !== null) {
      const candidate = { task_id: taskId, person_id: personId, ring: 1, state: 'ASKED' };
      await insert('task_candidate', { ...candidate, ...situation.candidate });
    }
    return { taskId, personId };
  };

  it.each(SITUATIONS.map((situation) => [situation.name, situation] as const))(
    'say the same: %s',
    async (_, situation) => {
      const { taskId, personId } = await plant(situation);
      const now = desk.clock.now();
      const scope = { organizationId: toId<'Organization'>(organizationId), personId: null };
      const outcome = await unitOfWork.run(scope, async () => {
        const ground = await claims.ground(taskId, personId, now);
        if (ground === null) throw new Error('the ground is gone');
        const minutes = { urgent: 30, other: 720 };
        const claimed = await claims.claim({ id: randomUUID(), taskId, personId, now, minutes });
        return ok({ ground, isClaimed: claimed !== null });
      });
      if (!outcome.ok) throw new Error('a read failed');
      const { ground, isClaimed } = outcome.value;
      const decided = decideTask({
        state: ground.state,
        transition: 'CLAIM',
        actingAs: ['VOLUNTEER'],
        facts: {
          ...ground,
          ...{ actorId: personId, isSecurity: false, reason: null, isLeaseOver: false },
          ...{ renewalsLeft: 0, caseIsLive: true, peopleToAsk: 0, isDue: ground.dueAt <= now },
        },
      });

      expect(isClaimed).toBe(decided.ok);
      expect(isClaimed).toBe(['everything fits', 'one less'].includes(situation.name));
    },
  );
});
