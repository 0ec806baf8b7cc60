/** What happened, to what, in codes only: an entry never carries a name, a text or a value. */
export interface AuditRecord {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** A code from a list, such as a purpose or a reason. */
  readonly reason?: string;
}

/**
 * The port through which every domain records its acts. The entry belongs to the present unit of
 * work: no audit, no act (security.md § 8.16).
 */
export abstract class AuditTrail {
  abstract record(entry: AuditRecord): void;
}
