import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';

export interface TransferRow {
  readonly id: string;
  readonly code: string;
  readonly phase: string;
  readonly debitAccountId: string;
  readonly debitAccountCode: string;
  readonly creditAccountId: string;
  readonly creditAccountCode: string;
  readonly amount: string;
  readonly reference: string | null;
  readonly bookedAt: Date;
  readonly expiresAt: Date | null;
}

/** One step on the way of a cent, and its neighbours. */
export interface TransferView extends TransferRow {
  readonly resolves: TransferRow | null;
  readonly resolvedBy: TransferRow | null;
  readonly reverses: TransferRow | null;
  /** In the order of booking. */
  readonly reversedBy: readonly TransferRow[];
}

type Relation = 'SELF' | 'RESOLVES' | 'RESOLVED_BY' | 'REVERSES' | 'REVERSED_BY';

const WITH_NEIGHBOURS = `
  WITH self AS (SELECT * FROM ledger_transfer WHERE organization_id = $1 AND id = $2),
  related AS (
    SELECT 'SELF' AS relation, id FROM self
    UNION ALL SELECT 'RESOLVES', pending_id FROM self WHERE pending_id IS NOT NULL
    UNION ALL SELECT 'REVERSES', reverses_id FROM self WHERE reverses_id IS NOT NULL
    UNION ALL SELECT 'RESOLVED_BY', t.id FROM ledger_transfer t WHERE t.pending_id = (SELECT id FROM self)
    UNION ALL SELECT 'REVERSED_BY', t.id FROM ledger_transfer t WHERE t.reverses_id = (SELECT id FROM self))
  SELECT r.relation, t.id, t.code, t.phase, t.debit_account_id AS "debitAccountId", d.code AS "debitAccountCode",
    t.credit_account_id AS "creditAccountId", c.code AS "creditAccountCode", t.amount, t.reference,
    t.booked_at AS "bookedAt", t.expires_at AS "expiresAt"
  FROM related r JOIN ledger_transfer t ON t.id = r.id AND t.organization_id = $1
  JOIN ledger_account d ON d.id = t.debit_account_id JOIN ledger_account c ON c.id = t.credit_account_id
  ORDER BY t.sequence`;

/** A transfer with what it resolves or takes back, and what became of it. */
@Injectable()
export class TransferQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Error: NOT_FOUND. */
  async find(actor: Actor, id: string): Promise<Result<TransferView, DomainError>> {
    const rows = await this.unitOfWork.query<TransferRow & { readonly relation: Relation }>(
      WITH_NEIGHBOURS,
      [actor.organizationId, id],
    );
    const of = (relation: Relation): readonly TransferRow[] =>
      rows.filter((row) => row.relation === relation);
    const [self] = of('SELF');
    if (self === undefined) return err(notFound());
    return ok({
      ...self,
      resolves: of('RESOLVES')[0] ?? null,
      resolvedBy: of('RESOLVED_BY')[0] ?? null,
      reverses: of('REVERSES')[0] ?? null,
      reversedBy: of('REVERSED_BY'),
    });
  }
}
