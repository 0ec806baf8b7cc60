import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import codes from '../../codes/locales/en.json';
import texts from './locales/en.json';
import { ACTS } from './need-act-names';
import { DUPLICATE_ANSWERS, FUNDABLE, PRIORITIES, REASONS } from './need-codes';

const LIBS = join(import.meta.dirname, '../../../../../libs');
const read = (path: string): string => readFileSync(join(LIBS, path), 'utf8');

/** Codes in a text of the domain: the page knows the interface alone, whose types hold no reasons. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, code = '']) => code);
}

/** The part of a text from the words on until the first line that closes it. */
function part(text: string, from: string, end = /^(\]|\}|\)|;|.*\];)/m): string {
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`the domain has no ${from}`);
  const rest = text.slice(start + from.length);
  const close = end.exec(rest);
  return rest.slice(0, close === null ? rest.length : close.index + close[0].length);
}

describe('the codes of needs that the page repeats', () => {
  const reasons = read('needs/src/domain/need-reasons.ts');

  it.each(Object.entries(REASONS))(
    'has the reasons for %s that the desk takes',
    (list, offered) => {
      const known = codesIn(part(reasons, `  ${list}: [`, /\]/));
      expect([...offered].sort()).toEqual(known.sort());
      expect(known.length).toBeGreaterThan(3);
    },
  );

  it('has words for each reason, and for none that is gone', () => {
    const { label: _label, ...words } = texts.reason;
    expect(Object.keys(words).sort()).toEqual([...new Set(Object.values(REASONS).flat())].sort());
  });

  it('asks of duplicates what the desk understands', () => {
    const assess = read('needs/src/application/assess-need.use-case.ts');
    expect([...DUPLICATE_ANSWERS]).toEqual(codesIn(part(assess, 'DUPLICATE_ANSWERS = [', /\]/)));
  });

  it('knows the priorities', () => {
    const known = codesIn(part(read('needs/src/domain/priority.ts'), 'PRIORITIES = [', /\]/));
    expect([...PRIORITIES]).toEqual(known);
  });

  it('finds money for a need in the states in which money may be set aside', () => {
    const moves = read('needs/src/domain/need-money-moves.ts');
    const fundable = codesIn(part(moves, 'RESERVED: [', /\]/));
    expect([...FUNDABLE].sort()).toEqual(fundable.sort());
  });

  it('offers no step that the state machine does not have', () => {
    const known = codesIn(
      part(read('needs/src/domain/need-transitions.ts'), 'NEED_TRANSITIONS = ['),
    );
    // Who works on a case is no step of a need.
    const steps = ACTS.map(({ name }) => name).filter((name) => name !== 'ASSIGN');
    expect(steps.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has words for each state and each next step of a need', () => {
    const states = codesIn(part(read('needs/src/domain/need-states.ts'), 'NEED_STATES = ['));
    expect(Object.keys(codes.needState).sort()).toEqual(states.sort());
    const rows = read('desk/src/application/need-row.assembler.ts');
    const steps = codesIn(part(rows, 'NEXT_STEPS:', /^\};/m));
    const told = new Set([...steps, ...codesIn(part(rows, 'export function nextStepOf', /^\}/m))]);
    const known = new Set(Object.keys(codes.needStep));
    expect([...told].filter((step) => !known.has(step))).toEqual([]);
    expect([...known].filter((step) => !told.has(step))).toEqual([]);
  });

  it('has words for each factor of the score, each rule of the waiting list, each state of money set aside', () => {
    const score = read('needs/src/domain/triage-score.ts');
    const factors = [...part(score, 'FACTOR_LIMITS = {', /\}/).matchAll(/^ {2}(\w+):/gm)];
    const names = factors.map(([, name = '']) => name);
    expect(Object.keys(texts.factor)).toEqual(names);
    expect(Object.keys(texts.factorAbout)).toEqual(names);
    const waiting = part(read('desk/src/application/waiting-list.query.ts'), 'readonly rule:', /;/);
    expect(Object.keys(texts.rule)).toEqual(codesIn(waiting));
    const entity = read('disbursements/src/infrastructure/fund-reservation.entity.ts');
    const { title: _title, giveBack: _giveBack, ...states } = texts.reserved;
    const known = codesIn(entity).filter((code) => /^[A-Z]{4,}$/.test(code));
    expect(Object.keys(states).sort()).toEqual([...new Set(known)].sort());
  });

  it('says the points of the rules as the formula counts them', () => {
    const score = read('needs/src/domain/triage-score.ts');
    const numbers = (text: string): string[] => text.match(/\d+/g) ?? [];
    const bySeverity = part(score, 'SEVERITY_POINTS', /\};/).matchAll(/(P\d): (\d+)/g);
    for (const [, priority = '', points = ''] of bySeverity) {
      expect(texts.factorAbout.severity).toContain(`${priority} ${points}`);
    }
    const signs = part(score, 'VULNERABILITY_POINTS = {', /\}/).matchAll(/\w+: (\d+)/g);
    const told = new Set(numbers(texts.factorAbout.vulnerability));
    expect(
      [...signs].map(([, points]) => points).filter((points) => !told.has(points ?? '')),
    ).toEqual([]);
    for (const [name, about] of [
      ['TIME_LEFT_DAYS', texts.factorAbout.timeLeft],
      ['SINCE_HELP_DAYS', texts.factorAbout.sinceHelp],
    ] as const) {
      const [, days = '?'] = new RegExp(`${name} = (\\d+)`).exec(score) ?? [];
      expect(numbers(about)).toContain(days);
    }
  });

  it('knows the ways of delivery', () => {
    const delivery = part(read('jurisdictions/src/delivery.ts'), 'CHANNEL_CLASSES = [', /\]/);
    expect(Object.keys(texts.channel).sort()).toEqual(codesIn(delivery).sort());
  });

  it('would see a code that only one of the two has', () => {
    expect(codesIn(part(`X: ['A_ONE', 'B_TWO'], Y: ['C']`, 'X: [', /\]/))).toEqual([
      'A_ONE',
      'B_TWO',
    ]);
    expect(() => part('nothing', 'X: [')).toThrow('the domain has no X');
  });
});
