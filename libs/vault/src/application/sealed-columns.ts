import { Injectable } from '@nestjs/common';
import type { Tier } from '../domain/tier.js';

/** Where a domain keeps envelopes; the renewal of keys walks over all of them. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly tier: Tier;
  /** Column that holds the case's id. */
  readonly subjectColumn: string;
  /** Column that counts the writes of a row, or null for rows that are written once. */
  readonly revisionColumn: string | null;
}

/** Every domain registers its sealed columns here, at start. */
@Injectable()
export class SealedColumns {
  private readonly columns: SealedColumn[] = [];

  register(...columns: readonly SealedColumn[]): void {
    this.columns.push(...columns);
  }

  ofTier(tier: Tier): readonly SealedColumn[] {
    return this.columns.filter((column) => column.tier === tier);
  }

  all(): readonly SealedColumn[] {
    return this.columns;
  }
}
