import type { OrganizationId, PersonId } from '@kinward/kernel';
import type { Role } from './permissions.generated.js';

/** What a signed-in person's own keys can do during one request; wiped when it ends. */
export interface PersonKeys {
  /** X25519 secret, opens what was sealed to the person. */
  encryptionSecret(): Buffer;
  /** Ed25519 secret, signs grants. */
  signingSecret(): Buffer;
  /** Symmetric key of this session, wraps opened case keys (decision 7). */
  readonly cacheKey: Buffer;
}

/** Who is acting, on which organisation's behalf, with which session. */
export interface Actor {
  readonly personId: PersonId;
  readonly organizationId: OrganizationId;
  readonly roles: ReadonlySet<Role>;
  readonly screener: boolean;
  readonly sessionIdHash: Buffer;
  readonly keys: PersonKeys;
}

/** Who may act without an account: a family at its door, or somebody there who is no relative. */
export type Visitor = 'FAMILY' | 'OUTSIDER';

/** Row-security scope of a unit of work: a person, a visitor without account, an operator's command, or a job. */
export interface Scope {
  readonly organizationId: OrganizationId | null;
  readonly personId: PersonId | null;
  /** Left out for everybody else; it changes what the audit trail says and gives access to nothing. */
  readonly visitor?: Visitor;
}
