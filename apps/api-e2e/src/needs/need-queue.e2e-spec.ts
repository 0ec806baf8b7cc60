import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  approved,
  ask,
  assessed,
  cents,
  day,
  draft,
  FACTS,
  needRow,
  setCaseState,
  submitted,
  waiting,
} from './need-helpers.js';

const NODE = `id caseId codename caseState state code group priority region score dueDay askedOn
  factors { factor points most } clock { kind dueAt isOverdue } nextStep channelTrust channelClass clearance
  amount { minorUnits } funded { minorUnits } remaining { minorUnits } assignee { displayName }`;
const PAGE = `query ($input: NeedQueueInput!) { needQueue(input: $input) {
  edges { cursor node { ${NODE} } } pageInfo { endCursor hasNextPage } } }`;
const WAITING = `query ($input: WaitingListInput!) { waitingList(input: $input) {
  edges { cursor node { position rule need { id score codename } } } pageInfo { endCursor hasNextPage } } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
type AnyNode = any;

describe('the queue of needs', () => {
  let desk: TestDesk;
  let coordinator: TestClient;
  /** Needs by what they are for the test. */
  const needs: Record<string, string> = {};
  let caseId: string;
  let second: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    coordinator = await desk.as('coordinator');
    caseId = await aidedCase(desk);
    second = await aidedCase(desk, 'ABROAD_LT');
    const note = async (name: string, made: Promise<{ needId: string }>): Promise<void> => {
      needs[name] = (await made).needId;
    };
    const urgent = { code: 'MED-URGENT', channelClass: 'VENDOR_DIRECT_ABROAD', dueDay: day(desk) };
    await note('urgent', submitted(desk, caseId, urgent));
    await note('draft', draft(desk, caseId, { code: 'CHD-GIFT', amount: cents(10_000n) }));
    await note('assessed', assessed(desk, second, { facts: { ...FACTS, minors: 3 } }));
    await note('approved', approved(desk, caseId, { code: 'MED-CHRONIC', amount: cents(4_000n) }));
    await note('waiting', waiting(desk, second));
    await note('older', draft(desk, second, { askedOn: day(desk, -9) }));
    await note('younger', draft(desk, caseId));
    const ended = await submitted(desk, caseId);
    await ask(coordinator, 'cancelNeed', { needId: ended.needId, reason: 'COVERED' });
    needs['ended'] = ended.needId;
  });

  afterAll(() => desk.close());

  const nodes = async (input: object = {}, who = 'coordinator'): Promise<AnyNode[]> => {
    const answer = await (await desk.as(who)).send(PAGE, { input: { first: 50, ...input } });
    if (answer.errors.length > 0) throw new Error(answer.text);
    return answer.data.needQueue.edges.map((edge: { node: AnyNode }) => edge.node);
  };
  const names = async (input: object = {}, who = 'coordinator'): Promise<string[]> => {
    const byId = new Map(Object.entries(needs).map(([name, id]) => [id, name]));
    return (await nodes(input, who)).map((node) => byId.get(node.id) ?? node.id);
  };

  it('puts the highest score first and says why, factor by factor', async () => {
    const all = await nodes();
    const scores = all.map((node) => node.score);

    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(all[0]).toMatchObject({
      id: needs['urgent'],
      state: 'SUBMITTED',
      group: 'MED',
      priority: 'P0',
      score: 70,
      factors: [
        { factor: 'severity', points: 35, most: 35 },
        { factor: 'timeLeft', points: 20, most: 20 },
        { factor: 'vulnerability', points: 0, most: 25 },
        { factor: 'sinceHelp', points: 15, most: 15 },
        { factor: 'noSupport', points: 0, most: 5 },
      ],
      clock: { kind: 'ANSWER', isOverdue: false },
      nextStep: 'ASSESS',
      caseState: 'ACTIVE',
      assignee: { displayName: 'Demo-Caseworker One' },
      channelTrust: null,
    });
    expect(all.map((node) => node.id)).not.toContain(needs['ended']);
  });

  it('puts the older request first where scores are the same', async () => {
    const order = await names({ filter: { codes: ['LIV-GRANT'], states: ['DRAFT'] } });

    expect(order).toEqual(['older', 'younger']);
  });

  it('says what is funded, what is missing and what has to happen next', async () => {
    await desk.database.asOperator(
      `UPDATE need SET reserved_minor = 10000, released_minor = 5000 WHERE id = $1`,
      [needs['waiting']],
    );
    const byId = new Map((await nodes()).map((node) => [node.id, node]));

    expect(byId.get(needs['waiting'])).toMatchObject({
      amount: { minorUnits: '40000' },
      funded: { minorUnits: '15000' },
      remaining: { minorUnits: '25000' },
      nextStep: 'FIND_MONEY',
      clock: { kind: 'ACTION' },
      clearance: 'A',
    });
    const steps = ['draft', 'assessed', 'approved'].map((name) => byId.get(needs[name]).nextStep);
    expect(steps).toEqual(['SCREEN', 'APPROVE', 'FIND_MONEY']);
  });

  it.each<[string, object, string[]]>([
    ['state', { states: ['SUBMITTED'] }, ['urgent']],
    ['priority', { priorities: ['P0'] }, ['urgent']],
    ['code', { codes: ['CHD-GIFT'] }, ['draft']],
    ['group', { groups: ['MED'] }, ['urgent', 'approved']],
    [
      'group and code at once',
      { groups: ['MED'], codes: ['MED-CHRONIC', 'CHD-GIFT'] },
      ['approved'],
    ],
    ['an unknown group', { groups: ['XXX'] }, []],
    ['region', { region: 'ABROAD_LT', states: ['ASSESSED'] }, ['assessed']],
    ['waiting for money', { waitingForFunds: true }, ['waiting']],
    ['what is late', { overdue: true }, []],
    ['mine, for somebody who has none', { mine: true }, []],
    ['cases without a caseworker', { unassigned: true }, []],
  ])('filters by %s', async (_, filter, expected) => {
    expect((await names({ filter })).sort()).toEqual([...expected].sort());
  });

  it('filters by person and by the beginning of a codename, which is no pattern', async () => {
    const one = (await nodes())[0];
    const assigneeId = await desk.personId('caseworker');

    expect(await nodes({ filter: { assigneeId } })).toHaveLength(7);
    expect(await nodes({ filter: { mine: true } }, 'caseworker')).toHaveLength(7);
    const codename = one.codename.slice(0, -1).toLowerCase();
    expect((await nodes({ filter: { codename } })).map((node) => node.id)).toContain(one.id);
    expect(await nodes({ filter: { codename: '%' } })).toEqual([]);
  });

  it.each(['SCORE', 'CLOCK', 'DUE_DAY', 'OLDEST'])(
    'pages through %s without gap or repetition',
    async (orderBy) => {
      const whole = (await nodes({ orderBy })).map((node) => node.id);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer = await coordinator.send(PAGE, { input: { first: 2, after, orderBy } });
        const { edges, pageInfo } = answer.data.needQueue;
        seen.push(...edges.map((edge: { node: AnyNode }) => edge.node.id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);

      expect(whole).toHaveLength(7);
      expect(seen).toEqual(whole);
    },
  );

  it('puts the next clock first, then needs whose clock does not run', async () => {
    const clocks = (await nodes({ orderBy: 'CLOCK' })).map((node) => node.clock?.dueAt ?? '9');

    expect(clocks).toEqual([...clocks].sort());
    expect((await names({ orderBy: 'CLOCK' }))[0]).toBe('urgent');
  });

  it('sends the same number of statements whatever the size, never more than four', async () => {
    const filter = { groups: ['MED', 'LIV'] };
    const counted = async (input: object): Promise<number> => {
      const { counter } = await coordinator.count(PAGE, { input });
      return counter.texts.filter((text) => !text.includes('find_session')).length;
    };

    const large = await counted({ first: 50, filter });
    expect(large).toBe(await counted({ first: 1, filter }));
    expect(large).toBeLessThanOrEqual(4);
    expect(await counted({ first: 50 })).toBeLessThanOrEqual(3);
  });

  describe('the numbers over it', () => {
    const COUNTS = '{ needQueueCounts { open late dueToday countedTo } }';
    const counts = async (who = 'coordinator') =>
      (await (await desk.as(who)).send(COUNTS)).data.needQueueCounts;

    it('say how much is open, late and due today', async () => {
      expect(await counts()).toEqual({ open: 7, late: 0, dueToday: 1, countedTo: 1000 });

      const due = (await needRow(desk, needs['urgent'] ?? ''))['answer_due_at'];
      const setDue = async (at: unknown): Promise<unknown> =>
        desk.database.asOperator('UPDATE need SET answer_due_at = $2 WHERE id = $1', [
          needs['urgent'],
          at,
        ]);
      await setDue('2020-01-01');
      expect(await counts()).toMatchObject({ open: 7, late: 1, dueToday: 1 });
      expect(await names({ filter: { overdue: true } })).toEqual(['urgent']);
      await setDue(due);
    });

    it('count what somebody may see', async () => {
      expect(await counts('caseworker')).toMatchObject({ open: 7 });
      expect(await counts('caseworker-three')).toMatchObject({ open: 0, late: 0, dueToday: 0 });
      expect(await counts('finance-officer')).toMatchObject({ open: 7 });
      expect(await counts('bridge-coordinator')).toMatchObject({ open: 0 });
      const auditor = await (await desk.as('auditor')).send(COUNTS);
      expect(auditor.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('take two statements', async () => {
      const { counter } = await coordinator.count(COUNTS, {});
      const texts = counter.texts.filter((text) => !text.includes('find_session'));

      expect(texts).toHaveLength(2);
    });
  });

  it('shows caseworkers what they work on, finance everything, other organisations nothing', async () => {
    expect(await nodes({}, 'caseworker')).toHaveLength(7);
    expect(await nodes({}, 'caseworker-three')).toEqual([]);
    expect(await nodes({}, 'finance-officer')).toHaveLength(7);
    expect(await nodes({}, 'bridge-coordinator')).toEqual([]);
  });

  it.each(['x', 'WzFd', Buffer.from('["1","2030-99-99","y"]').toString('base64url')])(
    'names a cursor that is none (%s)',
    async (after) => {
      const answer = await coordinator.send(PAGE, { input: { after } });

      expect(answer.errors[0]?.extensions).toMatchObject({ field: 'input.after' });
    },
  );

  it('names states and priorities that are none', async () => {
    const ended = await coordinator.send(PAGE, { input: { filter: { states: ['CONFIRMED'] } } });
    const unknown = await coordinator.send(PAGE, { input: { filter: { priorities: ['P9'] } } });

    expect(ended.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('follows the state of the case at once, before any job has run', async () => {
    const other = await aidedCase(desk);
    const { needId } = await assessed(desk, other);
    const stepOf = async (): Promise<string> =>
      (await nodes()).find((node) => node.id === needId).nextStep;

    await setCaseState(desk, other, 'WAITLISTED');
    expect(await stepOf()).toBe('WAIT_FOR_CASE');
    await setCaseState(desk, other, 'QUARANTINED');
    expect(await stepOf()).toBe('WAIT_FOR_CASE');
    await setCaseState(desk, other, 'CLOSED');
    expect(await stepOf()).toBe('CANCEL');
    await ask(coordinator, 'cancelNeed', { needId, reason: 'NO_LONGER_NEEDED' });
  });

  it('gives fame no place: gifts, money and all other columns move nothing', async () => {
    const place = async () => (await nodes()).map((node) => [node.id, node.score]);
    const before = await place();
    const row = await needRow(desk, needs['younger'] ?? '');
    // Everything but identity, state and what the formula itself reads.
    const neutral = [
      `amount_minor = 99000000`,
      `reserved_minor = 98000000`,
      `decision_reason = 'FAMOUS'`,
      `region = 'IN_CAPITAL'`,
      `channel_class = 'CARD_VOUCHER_ABROAD'`,
      `clearance = 'S'`,
      `reach = '{"5_17": {"F": 6, "M": 6}}'`,
      `required_evidence = 'E4'`,
      `duplicate_answer = 'PARTLY_COVERED'`,
      `funding_reference = gen_random_uuid()`,
      `maker_ids = ARRAY[author_id]`,
      `version = 40`,
    ];

    await desk.database.asOperator(`UPDATE need SET ${neutral.join(', ')} WHERE id = $1`, [
      needs['younger'],
    ]);
    expect(await place()).toEqual(before);
    const { score } = await ask(await desk.as('caseworker'), 'rescoreNeed', {
      needId: needs['younger'],
    });
    expect(score).toBe(row['score']);
    expect(await place()).toEqual(before);
  });

  describe('the waiting list', () => {
    const list = async (who = 'coordinator', input: object = {}): Promise<AnyNode[]> => {
      const answer = await (await desk.as(who)).send(WAITING, { input });
      return answer.data.waitingList.edges.map((edge: { node: AnyNode }) => edge.node);
    };
    let more: string[];

    beforeAll(async () => {
      const facts = { ...FACTS, minors: 3, singleCarer: true };
      const made = [
        await waiting(desk, caseId, { facts }),
        await waiting(desk, caseId, { askedOn: day(desk, -2) }),
        await waiting(desk, caseId, { askedOn: day(desk, -2) }),
      ];
      more = made.map((need) => need.needId);
    });

    afterAll(async () => {
      for (const needId of more) {
        await ask(coordinator, 'cancelNeed', { needId, reason: 'NO_LONGER_NEEDED' });
      }
    });

    it('is told of each need by itself, with what would change its place', async () => {
      const OUTLOOK = `{ __typename ... on UserError { code } ... on NeedOutlookType { needId ahead lacksFacts countedTo
        rises { factor day points } waiting { position count rule scoreBefore } } }`;
      const outlook = async (needId = '', who = 'coordinator') =>
        (await desk.as(who)).ask('query', 'needOutlook', { needId }, OUTLOOK);
      const places = (await list()).map((node) => node.need);
      for (const [index, { id }] of places.entries()) {
        expect(await outlook(id)).toMatchObject({
          waiting: {
            position: index + 1,
            count: 4,
            rule: (await list())[index].rule,
            scoreBefore: places[index - 1]?.score ?? null,
          },
        });
      }
      const queue = (await nodes()).map((node) => node.id);
      expect(await outlook(needs['waiting'])).toMatchObject({
        ahead: queue.indexOf(needs['waiting']),
        lacksFacts: false,
        rises: [{ factor: 'timeLeft', day: day(desk, 1) }],
      });
      expect(await outlook(needs['urgent'])).toMatchObject({ waiting: null, rises: [] });
      expect(await outlook(needs['urgent'], 'bridge-coordinator')).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await outlook(needs['urgent'], 'caseworker-three')).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await outlook('x')).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('has positions and the rule behind each', async () => {
      const places = (await list()).map((node) => [node.position, node.rule]);

      expect(places).toEqual([
        [1, 'FIRST'],
        [2, 'LOWER_SCORE'],
        [3, 'ASKED_THE_SAME_DAY'],
        [4, 'ASKED_LATER'],
      ]);
      const ids = (await list()).map((node) => node.need.id);
      expect(ids[0]).toBe(more[0]);
      expect(ids[3]).toBe(needs['waiting']);
    });

    it('pages on', async () => {
      const first = await coordinator.send(WAITING, { input: { first: 3 } });
      const after = first.data.waitingList.pageInfo.endCursor;
      const rest = await list('coordinator', { first: 3, after });

      expect(rest.map((node) => node.position)).toEqual([4]);
      const wrong = await coordinator.send(WAITING, { input: { after: 'x' } });
      expect(wrong.errors[0]?.extensions).toMatchObject({ field: 'input.after' });
    });

    it('counts all that wait, and shows people what they may see', async () => {
      expect(await list('finance-officer')).toHaveLength(4);
      expect(await list('caseworker-three')).toEqual([]);
      expect(await list('bridge-coordinator')).toEqual([]);
      await desk.database.asOperator('UPDATE case_file SET assignee_id = $2 WHERE id = $1', [
        second,
        await desk.personId('caseworker-three'),
      ]);
      expect((await list('caseworker-three')).map((node) => node.position)).toEqual([4]);
      await desk.database.asOperator('UPDATE case_file SET assignee_id = $2 WHERE id = $1', [
        second,
        await desk.personId('caseworker'),
      ]);
    });
  });
});
