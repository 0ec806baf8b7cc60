import { expect, it } from '@jest/globals';
import { isDraftReady, newDraft, openCaseInput, wholeDraft, type CaseDraft } from './opening';

const DAY = '2026-11-24';

it('opens no case before somebody has said where the family is', () => {
  const draft = newDraft(DAY);
  expect([isDraftReady(draft, 'REGION'), isDraftReady(draft, 'CHECK')]).toEqual([false, false]);
  const placed = { ...draft, region: 'IN_ANY' };
  expect([isDraftReady(placed, 'REGION'), isDraftReady(placed, 'CHECK')]).toEqual([true, true]);
});

it('takes a draft that was kept before prisoners had articles and lists', () => {
  const draft = newDraft(DAY);
  const [prisoner] = draft.prisoners.map(({ articles, stateLists, regime, ...older }) => older);
  const kept = { ...draft, prisoners: [{ ...prisoner, name: 'Demo-Old' }] } as unknown as CaseDraft;
  expect(() => openCaseInput(kept)).toThrow();
  const [whole] = openCaseInput(wholeDraft(kept)).prisoners ?? [];
  expect(whole).toMatchObject({ name: 'Demo-Old', articles: [], stateLists: [], regime: null });
});
