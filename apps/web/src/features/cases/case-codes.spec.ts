import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  CHANNEL_EVENTS,
  CHANNEL_KINDS,
  DOCUMENT_KINDS,
  LIVE_STATES,
  NEXT_STEPS,
  NOTE_KINDS,
  OUTCOMES,
  OVER_STATES,
  REASONS,
  RELATIONS,
  REVEAL_PURPOSES,
} from './codes';

const LIBRARIES = join(import.meta.dirname, '../../../../../libs');

/** Codes in a text: the page knows the interface alone, and types of the interface hold no codes of these. */
function codesIn(text: string): string[] {
  const code = /'([A-Z][A-Z_]{2,})'/g;
  return [...text.matchAll(code)].map(([, found = '']) => found);
}

/** Codes of one constant of the domain. */
function domain(file: string, constant: string): string[] {
  const text = readFileSync(join(LIBRARIES, file), 'utf8');
  const begin = text.indexOf(`export const ${constant} = `);
  expect([constant, begin]).not.toEqual([constant, -1]);
  const end = text.indexOf('as const', begin);
  return codesIn(text.slice(begin, end));
}

const CASES = 'cases/src/domain';

it.each<[string, readonly string[], string, string]>([
  ['next steps', NEXT_STEPS, `${CASES}/next-step.ts`, 'NEXT_STEP_KINDS'],
  ['outcomes of a contact', OUTCOMES, `${CASES}/contact-log.ts`, 'CONTACT_OUTCOMES'],
  ['ways to reach a family', CHANNEL_KINDS, `${CASES}/contact-log.ts`, 'CHANNEL_KINDS'],
  ['news of such a way', CHANNEL_EVENTS, `${CASES}/contact-log.ts`, 'REPORTABLE_EVENTS'],
  ['kinds of notes', NOTE_KINDS, `${CASES}/case-note.ts`, 'CASE_NOTE_KINDS'],
  ['relations', RELATIONS, `${CASES}/family-checks.ts`, 'MEMBER_RELATIONS'],
  ['documents', DOCUMENT_KINDS, `${CASES}/verification.ts`, 'DOCUMENT_KINDS'],
  ['states', [...LIVE_STATES, ...OVER_STATES], `${CASES}/case-states.ts`, 'CASE_STATES'],
  ['states that are over', OVER_STATES, `${CASES}/case-states.ts`, 'ENDED_STATES'],
  ['purposes', REVEAL_PURPOSES, 'safety/src/domain/reveal-purpose.ts', 'REVEAL_PURPOSES'],
])('offers the %s that the desk takes, each of them and no other', (_, offered, file, name) => {
  expect([...offered].sort()).toEqual(domain(file, name).sort());
});

describe('reasons', () => {
  const text = readFileSync(join(LIBRARIES, CASES, 'case-reason-codes.ts'), 'utf8');
  const listed = (list: string): string[] => {
    const [, found = ''] = new RegExp(String.raw`\n {2}${list}: \[([^\]]*)\]`).exec(text) ?? [];
    return codesIn(found).sort();
  };

  it.each(Object.keys(REASONS).filter((name) => name !== 'CLOSE_QUARANTINED'))(
    'of %s are those of the desk',
    (name) => {
      expect([...(REASONS[name] ?? [])].sort()).toEqual(listed(name));
    },
  );

  it('of closing a quarantined case are those of closing any', () => {
    expect(REASONS['CLOSE_QUARANTINED']).toEqual(REASONS['CLOSE']);
  });

  it('would be seen where only one of the two has one', () => {
    expect(listed('NO_SUCH_LIST')).toEqual([]);
    expect(listed('PAUSE')).toHaveLength(3);
  });
});
