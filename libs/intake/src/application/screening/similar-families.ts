import { Injectable } from '@nestjs/common';
import type { ChannelLocator, MemberIdentity, PrisonerIdentity } from '@kinward/cases';
import { err, integrity, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { KeyOpener, openJson, openWriteOnlyJson } from '@kinward/vault';
import type { RequestIdentity } from '../../domain/request-contents.js';
import { WAITING_STATES } from '../../domain/screening/decisions.js';
import {
  isStrong,
  likenessesOf,
  type Likeness,
  type Traits,
} from '../../domain/screening/likeness.js';
import {
  LikenessRepository,
  type ComparedCaseRow,
} from '../../infrastructure/likeness.repository.js';
import type { BothKeys } from './request-opener.js';

/** Another request or an own case that may be the same family. Says which, and in what; never more. */
export interface SimilarFamily {
  readonly requestId: string | null;
  readonly caseId: string | null;
  readonly codename: string | null;
  readonly state: string;
  readonly likenesses: readonly Likeness[];
  readonly isStrong: boolean;
}

/** Newest waiting requests and own cases that are compared: a bound on the time that a card takes. */
const MOST_REQUESTS = 500;
const MOST_CASES = 200;
const MOST_SHOWN = 20;

type OwnCase = Pick<SimilarFamily, 'caseId' | 'codename' | 'state'> & {
  readonly traits: {
    readonly applicants: string[];
    readonly prisoners: { name: string | null; birthDate: string | null }[];
    readonly phones: string[];
  };
};

/** Compares a request with what its reader may open anyway, in memory (decision 8). */
@Injectable()
export class SimilarFamilies {
  constructor(
    private readonly repository: LikenessRepository,
    private readonly opener: KeyOpener,
  ) {}

  /** The most alike first. INTEGRITY when something stored fails its checks. */
  async find(
    actor: Actor,
    keys: BothKeys,
    requestId: string,
    identity: RequestIdentity,
  ): Promise<Result<readonly SimilarFamily[], DomainError>> {
    const traits = traitsOf(identity);
    const requests = await this.requests(keys, requestId, traits);
    if (!requests.ok) return requests;
    const cases = await this.cases(actor, traits);
    if (!cases.ok) return cases;
    const found = [...requests.value, ...cases.value];
    return ok(
      found
        .toSorted((one, other) => other.likenesses.length - one.likenesses.length)
        .slice(0, MOST_SHOWN),
    );
  }

  private async requests(
    keys: BothKeys,
    requestId: string,
    traits: Traits,
  ): Promise<Result<SimilarFamily[], DomainError>> {
    const states = ['TO_CORRECT', ...WAITING_STATES];
    const similar: SimilarFamily[] = [];
    for (const row of await this.repository.waitingRequests(states, requestId, MOST_REQUESTS)) {
      const { revision, envelope } = row;
      const cell = { table: 'intake_request', column: 'sealed_t0', rowId: row.id, revision };
      const identity = openWriteOnlyJson<RequestIdentity>(keys.identity, cell, envelope);
      if (!identity.ok) return err(integrity());
      const likenesses = likenessesOf(traits, traitsOf(identity.value));
      const { codename, state } = row;
      if (likenesses.length > 0) {
        const place = { requestId: row.id, caseId: null, codename, state };
        similar.push({ ...place, likenesses, isStrong: isStrong(likenesses) });
      }
    }
    return ok(similar);
  }

  private async cases(actor: Actor, traits: Traits): Promise<Result<SimilarFamily[], DomainError>> {
    const caseIds = await this.repository.heldCases(actor.personId, MOST_CASES);
    const opened = await this.opener.open(actor, caseIds);
    if (!opened.ok) return opened;
    const families = new Map<string, OwnCase>();
    for (const row of await this.repository.rowsOf(caseIds)) {
      const keys = opened.value.of(row.caseId, 'T0');
      // A grant that is still locked opens nothing.
      if (keys === null) continue;
      const { caseId, codename, state, table, revision } = row;
      const cell = { table, column: 'sealed_t0', rowId: row.id, revision };
      const content = openJson<MemberIdentity | PrisonerIdentity | ChannelLocator>(
        keys,
        cell,
        row.envelope,
      );
      if (!content.ok) return content;
      const family = families.get(caseId) ?? {
        ...{ caseId, codename, state },
        traits: { applicants: [], prisoners: [], phones: [] },
      };
      families.set(caseId, family);
      add(family, table, content.value);
    }
    return ok(
      [...families.values()].flatMap(({ traits: theirs, ...place }) => {
        const likenesses = likenessesOf(traits, theirs);
        if (likenesses.length === 0) return [];
        return [{ requestId: null, ...place, likenesses, isStrong: isStrong(likenesses) }];
      }),
    );
  }
}

function traitsOf({ applicant, prisoner }: RequestIdentity): Traits {
  return {
    applicants: applicant.fullName === null ? [] : [applicant.fullName],
    prisoners: [{ name: prisoner.fullName, birthDate: prisoner.birthDate }],
    phones: applicant.phone === null ? [] : [applicant.phone],
  };
}

function add(
  { traits }: OwnCase,
  table: ComparedCaseRow['table'],
  content: MemberIdentity | PrisonerIdentity | ChannelLocator,
): void {
  if ('value' in content) traits.phones.push(content.value);
  else if (table === 'prisoner') traits.prisoners.push(content);
  else traits.applicants.push(content.name);
}
