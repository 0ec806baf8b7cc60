import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { FamilyScene } from './family-scene.js';

export interface RefusedOperation {
  readonly operation: string;
  /** An input that would succeed for the case's caseworker. */
  readonly input: (scene: FamilyScene) => object;
  /** Fields that name a row of the case. */
  readonly references: readonly string[];
}

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';
const NOT_FOUND = {
  __typename: 'NotFound',
  code: 'NOT_FOUND',
  message: 'There is nothing here for you under this reference.',
};

/** Refusals that all changes of a family share; each must leave everything as it was. */
export function describeFamilyRefusals({ operation, input, references }: RefusedOperation): void {
  describe(`${operation} is refused and writes nothing`, () => {
    let desk: TestDesk;
    let scene: FamilyScene;
    let before: string[];

    beforeAll(async () => {
      desk = await startTestDesk();
    });

    afterAll(() => desk.close());

    beforeEach(async () => {
      scene = await FamilyScene.open(desk);
      before = await scene.stored();
    });

    it.each(['coordinator', 'finance-officer', 'volunteer', 'auditor', 'administrator'])(
      'to the role of %s',
      async (key) => {
        const client = await desk.as(key);
        const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;

        const answer = await client.send(
          `mutation ($input: ${type}) { ${operation}(input: $input) { __typename } }`,
          { input: { caseId: scene.caseId, ...input(scene) } },
        );

        expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
        expect(await scene.stored()).toEqual(before);
      },
    );

    it.each([
      ['a caseworker of the house without a grant', 'caseworker-two'],
      ['a caseworker of another organisation', 'bridge-caseworker'],
    ])('to %s, as if there were no case', async (_, key) => {
      const client = await desk.as(key);

      const answer = await scene.change(operation, input(scene), client);

      expect(answer).toEqual(NOT_FOUND);
      expect(await scene.stored()).toEqual(before);
    });

    it.each([
      ['an unknown case', NOBODYS_ID],
      ['a reference that is no id', "' OR true --"],
    ])('for %s', async (_, caseId) => {
      expect(await scene.change(operation, { ...input(scene), caseId })).toEqual(NOT_FOUND);
      expect(await scene.stored()).toEqual(before);
    });

    it('to a holder of the story alone', async () => {
      await desk.database.asOperator(
        `DELETE FROM access_grant g USING compartment c
         WHERE c.id = g.compartment_id AND c.subject_id = $1 AND c.tier = 'T0'`,
        [scene.caseId],
      );
      const left = await scene.stored();

      const answer = await scene.change(operation, input(scene));

      expect(answer).toMatchObject({ __typename: 'Refused', reason: 'STORY_ONLY' });
      expect(answer.message).toContain('story only');
      expect(await scene.stored()).toEqual(left);
    });

    it('on a version that is no longer the present one', async () => {
      const version = (await scene.version()) + 1;

      const answer = await scene.change(operation, { ...input(scene), version });

      expect(answer).toMatchObject({ __typename: 'StaleVersion', currentVersion: version - 1 });
      expect(await scene.stored()).toEqual(before);
    });

    if (references.length > 0) {
      it.each(references)(
        'for a %s of another case, an unknown and a malformed one',
        async (field) => {
          const stranger = await FamilyScene.open(desk);
          const foreign = (input(stranger) as Record<string, unknown>)[field] ?? NOBODYS_ID;
          const foreignIds = [foreign, Array.isArray(foreign) ? [NOBODYS_ID] : NOBODYS_ID];
          foreignIds.push(Array.isArray(foreign) ? ['nonsense'] : 'nonsense');
          for (const id of foreignIds) {
            const answer = await scene.change(operation, { ...input(scene), [field]: id });

            expect(answer).toEqual(NOT_FOUND);
          }
          expect(await scene.stored()).toEqual(before);
        },
      );
    }
  });
}

/** Texts no field may hold, as `it.each` rows: what it is, the text, the reason in the answer. */
export const UNUSABLE_TEXTS: readonly (readonly [string, string, string])[] = [
  ['a NUL character', 'Demo-\u0000', 'FORBIDDEN_CHARACTER'],
  ['a direction override', 'Demo-\u202Etext', 'FORBIDDEN_CHARACTER'],
  ['an oversized text', 'x'.repeat(9_999), 'TOO_LONG'],
];
