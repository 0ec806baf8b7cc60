import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const PAGE = `query ($input: VettingDutiesInput!) { vettingDuties(input: $input) {
  edges { cursor node { kind dueDay person { displayName } } } pageInfo { endCursor hasNextPage } } }`;
/** For which the trustees sign for the people of a test. */
const YEARS = 2;
const DAY_MINUTES = 1_440;

interface Duty {
  readonly kind: string;
  readonly dueDay: string;
  readonly person: { readonly displayName: string } | null;
}

describe('people whose certificate ends', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const certificates = async (who: string, first = 50): Promise<Duty[]> => {
    const client = await desk.signIn(who);
    const found: Duty[] = [];
    let after: string | null = null;
    do {
      const { data } = await client.send(PAGE, { input: { first, after } });
      const { edges, pageInfo } = data.vettingDuties;
      found.push(...edges.map((edge: { node: Duty }) => edge.node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return found.filter(({ kind }) => kind === 'CERTIFICATE');
  };

  it('are listed for security thirty days ahead, each once whatever the page, and for nobody else', async () => {
    expect(await certificates('security-officer')).toEqual([]);

    const end = desk.clock.now();
    end.setUTCFullYear(end.getUTCFullYear() + YEARS);
    const goTo = (daysBefore: number): void => {
      const minutes = (end.getTime() - desk.clock.now().getTime()) / 60_000;
      desk.clock.advance({ minutes: Math.floor(minutes) - daysBefore * DAY_MINUTES });
    };
    goTo(32);
    expect(await certificates('security-officer')).toEqual([]);
    goTo(29);

    const ending = await certificates('security-officer');
    expect(ending.map(({ person }) => person?.displayName)).toContain('Demo-Caseworker One');
    expect(new Set(ending.map(({ person }) => person?.displayName)).size).toBe(ending.length);
    expect(await certificates('security-officer', 2)).toEqual(ending);
    expect(await certificates('coordinator')).toEqual([]);

    // Over, it is late; of somebody who is shut out it is no duty; and one that nobody signed says nothing.
    goTo(-3);
    expect(await certificates('security-officer')).toEqual(ending);
    await desk.database.asOperator(`UPDATE person SET standing = 'SUSPENDED' WHERE id = $1`, [
      await desk.personId('caseworker'),
    ]);
    await desk.database.asOperator(
      `UPDATE credential SET certificate = set_byte(certificate, length(certificate) - 9, 7) WHERE person_id = $1`,
      [await desk.personId('caseworker-two')],
    );
    const names = (await certificates('security-officer')).map(({ person }) => person?.displayName);
    expect(names).not.toContain('Demo-Caseworker One');
    expect(names).not.toContain('Demo-Caseworker Two');
    expect(names).toContain('Demo-Caseworker Three');
  });
});
