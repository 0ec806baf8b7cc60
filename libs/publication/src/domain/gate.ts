import type { Disclosed, PublicListCell } from './facets.js';
import { generalise, type Generalisation } from './generalise.js';
import { LEAST_PERSONS, personsWhoFit } from './public-list.js';
import { LONGEST_TEXT, type TextKind } from './public-text.js';
import { TOO_SIMILAR_PERCENT } from './similarity.js';

/** Everything the gate looks at. */
export interface GateGround {
  readonly kind: TextKind;
  /** Flags of the kind of need in the jurisdiction pack. */
  readonly flags: readonly string[];
  /** The family agreed to this kind of text, and still does. */
  readonly isConsentLive: boolean;
  readonly body: string;
  readonly facts: Disclosed;
  /** What other texts about the same family have ever said in public, whatever became of them. */
  readonly before: readonly Disclosed[];
  /** The public list of prisoners, in coarse rows; empty where none was imported. */
  readonly cells: readonly PublicListCell[];
  /** The organisation may ask for more than {@link LEAST_PERSONS}, never for fewer. */
  readonly smallestCell: number;
  /** The text of another need that is most like this one, in per cent; published or withdrawn. */
  readonly mostSimilarPercent: number;
}

/** Why a text may not leave the house; the codes have words in every language. */
export type GateCode =
  | 'NEVER_PUBLISHED'
  | 'NO_PUBLICATION_CONSENT'
  | 'NO_UPDATE_CONSENT'
  | 'TEXT_EMPTY_OR_LONG'
  | 'TEXT_HAS_CONTACT'
  | 'NO_PUBLIC_LIST'
  | 'TOO_FEW_PEOPLE'
  | 'TOO_FEW_TOGETHER'
  | 'TEXT_TOO_SIMILAR';

/** What the gate found. */
export interface GateAnswer {
  /** Empty: a second person may let it out. The gravest first. */
  readonly findings: readonly GateCode[];
  /** Persons of the public list who fit all that was said of the family with this text; null without a list. */
  readonly persons: number | null;
  /** What may be said instead, where too much is said; null where nothing may be said at all. */
  readonly proposal: Generalisation | null;
  readonly mostSimilarPercent: number;
}

/** An address of any kind, or a number as long as those that lead to somebody. */
const CONTACT = /@|https?:|www\.|t\.me\/|(?:\d[\s().-]*){6}/iu;

/** Whether a text seems to hold a phone, an e-mail, a link or an account: such a text is not even kept. */
export function hasContact(body: string): boolean {
  return CONTACT.test(body);
}

/**
 * The publication gate: whether a text about a family may leave the house (decision 12; security.md § 7.5, test F9). Pure,
 * so that anybody can check it. All texts of one family count together, the withdrawn ones too, because what was read
 * is not forgotten.
 */
export function askGate(ground: GateGround): GateAnswer {
  const { facts, before, cells, mostSimilarPercent } = ground;
  const least = Math.max(LEAST_PERSONS, ground.smallestCell);
  const persons = cells.length === 0 ? null : personsWhoFit(cells, [...before, facts]);
  const isAlone = persons !== null && persons < least;
  const findings: GateCode[] = [];
  if (ground.flags.includes('X')) findings.push('NEVER_PUBLISHED');
  if (!ground.isConsentLive) {
    findings.push(ground.kind === 'CARD' ? 'NO_PUBLICATION_CONSENT' : 'NO_UPDATE_CONSENT');
  }
  if (ground.body.length === 0 || ground.body.length > LONGEST_TEXT) {
    findings.push('TEXT_EMPTY_OR_LONG');
  }
  if (hasContact(ground.body)) findings.push('TEXT_HAS_CONTACT');
  if (persons === null) findings.push('NO_PUBLIC_LIST');
  if (isAlone) {
    const isEnoughByItself = personsWhoFit(cells, [facts]) >= least;
    findings.push(isEnoughByItself ? 'TOO_FEW_TOGETHER' : 'TOO_FEW_PEOPLE');
  }
  if (mostSimilarPercent >= TOO_SIMILAR_PERCENT) findings.push('TEXT_TOO_SIMILAR');
  const proposal = isAlone ? generalise(cells, before, facts, least) : null;
  return { findings, persons, proposal, mostSimilarPercent };
}
