import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Length and head of one chain. */
@Entity('audit_chain')
export class AuditChainRow {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('smallint')
  shard!: number;

  @Column('bigint', { default: 0 })
  length!: string;

  @Column('bytea')
  head!: Buffer;
}
