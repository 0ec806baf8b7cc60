import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const CODES = `{ regions { code label inCountry } custodyStatuses { code } facilityTypes { code label }
  regimes { code } legalArticles { code number } stateLists { code } recognitionBases { code isListEvidence }
  consentPurposes { code namesPartner } needGroups { code } needKinds { code label group } }`;

describe('the codes of my country', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const codes = async (who: string, language: string) =>
    (await desk.as(who)).ask('query', 'countryCodes', { language }, CODES);

  it.each(['coordinator', 'volunteer', 'foundation-manager', 'auditor'])(
    'are read by a %s, in the language of the page',
    async (who) => {
      const found = await codes(who, 'pl');
      expect(found.regions).toContainEqual({
        ...{ code: 'IN_CAPITAL', label: 'W kraju, stolica', inCountry: true },
      });
      expect(found.needKinds).toContainEqual({
        ...{ code: 'LIV-FOOD', group: 'LIV', label: 'Paczka żywnościowa na dwa tygodnie' },
      });
      expect(found.recognitionBases).toContainEqual({ code: 'PENDING', isListEvidence: false });
      expect(found.legalArticles.length).toBeGreaterThan(10);
    },
  );

  it('fall back to the first language of the pack', async () => {
    const found = await codes('caseworker', 'xx');
    expect(found.regions[0]).toEqual({
      code: 'IN_CAPITAL',
      label: 'Inside, capital',
      inCountry: true,
    });
  });

  it('are those of another country for an organisation that works there', async () => {
    await desk.database.asOperator(
      `UPDATE organization SET jurisdiction = 'mm' WHERE code = 'bridge'`,
    );
    const found = await codes('bridge-coordinator', 'en');
    expect(found.regions.map(({ code }: { code: string }) => code)).toContain('IN_CENTRE');
    expect(JSON.stringify(found)).not.toContain('IN_CAPITAL');
  });

  it('are kept from whoever is not signed in', async () => {
    const document = `query { countryCodes(input: {}) { regions { code } } }`;
    const session = await desk.signIn('finance-officer');
    await session.send('mutation { logout { endedSessions } }');
    const answer = await session.send(document);
    expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
