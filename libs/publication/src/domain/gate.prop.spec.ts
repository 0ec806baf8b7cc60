import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CHILDREN_BANDS,
  coarser,
  FACETS,
  fits,
  SEXES,
  TERM_BANDS,
  type Disclosed,
  type Facet,
  type PublicListCell,
} from './facets.js';
import { askGate, type GateGround } from './gate.js';
import { personsWhoFit } from './public-list.js';

const REGIONS = ['IN_CAPITAL', 'IN_WEST', 'IN_EAST', 'IN_NORTH', 'IN_SOUTH'] as const;
const PERSONS = 1_400;
const K = 10;

/** A public-like list of 1,400 persons (security.md F9), drawn anew for every seed, with rare values. */
function listOf(seed: number): readonly PublicListCell[] {
  let state = (seed % 2_147_483_646) + 1;
  const draw = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  // Squared, so that the last values are rare, as they are in life.
  const oneOf = <T>(values: readonly T[]): T =>
    values[Math.floor(draw() ** 2 * values.length)] as T;
  return Array.from({ length: PERSONS }, () => ({
    ...{ sex: oneOf(SEXES), region: oneOf(REGIONS), year: 2020 + Math.floor(draw() * 6) },
    ...{ term: oneOf(TERM_BANDS), children: oneOf(CHILDREN_BANDS), persons: 1 },
  }));
}

const detail = fc.record({
  sex: fc.integer({ min: 0, max: 2 }),
  region: fc.integer({ min: 0, max: 2 }),
  year: fc.integer({ min: 0, max: 2 }),
  term: fc.integer({ min: 0, max: 2 }),
  children: fc.integer({ min: 0, max: 2 }),
});

/** What a truthful text says of somebody: everything, something coarser or nothing, by facet. */
function truth(person: PublicListCell, how: Readonly<Record<Facet, number>>): Disclosed {
  const said = FACETS.flatMap((facet): [Facet, string][] => {
    const value = String(person[facet]);
    if (how[facet] === 0) return [];
    return [[facet, how[facet] === 1 ? (coarser(facet, value) ?? value) : value]];
  });
  return Object.fromEntries(said);
}

const scenario = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  person: fc.integer({ min: 0, max: PERSONS - 1 }),
  texts: fc.array(detail, { minLength: 1, maxLength: 6 }),
});

type Gate = (ground: GateGround) => { readonly findings: readonly string[] };

/** Every text that the gate lets out in turn, each with all that was said before. */
function letOut(gate: Gate, cells: readonly PublicListCell[], texts: readonly Disclosed[]) {
  const out: Disclosed[] = [];
  for (const facts of texts) {
    const ground = { kind: 'CARD' as const, flags: ['N'], isConsentLive: true, body: 'Demo-text' };
    const asked = { ...ground, facts, before: [...out], cells, smallestCell: 0 };
    const { findings } = gate({ ...asked, mostSimilarPercent: 0 });
    if (findings.length === 0) out.push(facts);
  }
  return out;
}

/** The smallest cell that anybody finds by combining any of the facts of any of the texts. */
function smallestCell(cells: readonly PublicListCell[], texts: readonly Disclosed[]): number {
  const facts = texts.flatMap((text) => Object.entries(text) as [Facet, string][]);
  const distinct = [...new Map(facts.map((fact) => [fact.join('='), fact])).values()];
  // Which of the facts each person fits, as bits; most persons fit the same ones.
  const persons = new Map<number, number>();
  for (const cell of cells) {
    const bits = distinct.reduce(
      (sum, [facet, value], place) => sum + (fits(cell, facet, value) ? 2 ** place : 0),
      0,
    );
    persons.set(bits, (persons.get(bits) ?? 0) + 1);
  }
  let smallest = cells.length;
  for (let chosen = 0; chosen < 2 ** distinct.length; chosen += 1) {
    let found = 0;
    for (const [bits, count] of persons) if ((bits & chosen) === chosen) found += count;
    smallest = Math.min(smallest, found);
  }
  return smallest;
}

const attack =
  (gate: Gate) =>
  ({ seed, person, texts }: { seed: number; person: number; texts: Record<Facet, number>[] }) => {
    const cells = listOf(seed);
    const said = texts.map((how) => truth(cells[person] as PublicListCell, how));
    return smallestCell(cells, letOut(gate, cells, said)) >= K;
  };

describe('the publication gate against a public list of 1,400 (F9)', () => {
  it('leaves ten persons for every choice among all facts of all texts of a family', () => {
    fc.assert(fc.property(scenario, attack(askGate)), { numRuns: 60, seed: 9 });
  });

  it('is what keeps them: without it the same attack finds a family', () => {
    const open: Gate = () => ({ findings: [] });
    const run = fc.check(fc.property(scenario, attack(open)), { numRuns: 60, seed: 9 });
    expect(run.failed).toBe(true);
  });

  it('is needed for all texts together: each by itself is not enough', () => {
    const alone: Gate = (ground) => askGate({ ...ground, before: [] });
    const run = fc.check(fc.property(scenario, attack(alone)), { numRuns: 60, seed: 9 });
    expect(run.failed).toBe(true);
  });

  it('proposes what it would let out itself, and never more than was wanted', () => {
    fc.assert(
      fc.property(scenario, ({ seed, person, texts }) => {
        const cells = listOf(seed);
        const said = texts.map((how) => truth(cells[person] as PublicListCell, how));
        const before = letOut(askGate, cells, said.slice(1));
        const ground = { kind: 'CARD' as const, flags: [], isConsentLive: true, body: 'Demo' };
        const more = { ...ground, before, cells, smallestCell: 0, mostSimilarPercent: 0 };
        const { proposal, findings } = askGate({ ...more, facts: said[0] as Disclosed });
        expect(proposal === null).toBe(findings.length === 0);
        if (proposal === null) return;
        expect(askGate({ ...more, facts: proposal.facts }).findings).toEqual([]);
        expect(proposal.persons).toBe(personsWhoFit(cells, [...before, proposal.facts]));
        const wanted = said[0] as Disclosed;
        for (const [facet, value] of Object.entries(proposal.facts) as [Facet, string][]) {
          const own = wanted[facet] ?? '';
          expect([own, coarser(facet, own)]).toContain(value);
        }
      }),
      { numRuns: 60, seed: 10 },
    );
  });
});
