import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openDraft, sealDraft, type DraftPlace } from './own-draft.js';

const place: DraftPlace = {
  organizationId: randomUUID(),
  personId: randomUUID(),
  draftId: randomUUID(),
  kind: 'CASE_NOTE',
  subjectId: randomUUID(),
  revision: 1,
};
const text = 'Demo-Text, Дэма';

describe('a draft', () => {
  const secret = randomBytes(32);

  it('opens for its writer, in its place', () => {
    expect(openDraft(secret, place, sealDraft(secret, place, text))).toEqual({
      ok: true,
      value: text,
    });
  });

  it('shows neither its words nor how many they are', () => {
    const short = sealDraft(secret, place, text);
    expect(short.includes('Demo')).toBe(false);
    expect(sealDraft(secret, place, `${text} and more`)).toHaveLength(short.length);
  });

  it.each([
    ['another person', { personId: randomUUID() }],
    ['another organisation', { organizationId: randomUUID() }],
    ['another draft', { draftId: randomUUID() }],
    ['another form', { kind: 'CONTACT_ATTEMPT' }],
    ['another case', { subjectId: null }],
    ['an older text', { revision: 2 }],
  ] as const)('does not open as %s', (_, change) => {
    const envelope = sealDraft(secret, place, text);
    expect(openDraft(secret, { ...place, ...change }, envelope).ok).toBe(false);
  });

  it('does not open with another key, nor after a change of any byte', () => {
    const envelope = sealDraft(secret, place, text);
    expect(openDraft(randomBytes(32), place, envelope).ok).toBe(false);
    for (let at = 0; at < envelope.length; at += 1) {
      const changed = Buffer.from(envelope);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openDraft(secret, place, changed).ok).toBe(false);
    }
    expect(openDraft(secret, place, Buffer.alloc(0)).ok).toBe(false);
  });
});
