import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettingKey } from '../domain/setting.js';

/** What became of a change of a setting. */
export type SettingChangeState = 'PROPOSED' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN';

const whole = {
  from: (text: string | null): bigint | null => (text === null ? null : BigInt(text)),
  to: (value: bigint | null): string | null => (value === null ? null : value.toString()),
};

/** A setting that was ever touched, with how often that was. */
@Entity('organization_setting')
export class OrganizationSettingRow {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text')
  key!: SettingKey;

  /** The kind of need; empty for what there is once. */
  @PrimaryColumn('text')
  code!: string;

  /** Null for what is usual in the country. */
  @Column('bigint', { nullable: true, transformer: whole })
  value!: bigint | null;

  @Column('integer')
  version!: number;
}

/** A change of a setting: proposed, or carried out; with how it was before. */
@Entity('setting_change')
export class SettingChangeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  key!: SettingKey;

  @Column('text')
  code!: string;

  /** What was set before; null for what is usual in the country. */
  @Column('bigint', { name: 'value_before', nullable: true, transformer: whole })
  valueBefore!: bigint | null;

  @Column('bigint', { name: 'value_after', nullable: true, transformer: whole })
  valueAfter!: bigint | null;

  /** What held, and what is to hold, in numbers of that day. */
  @Column('bigint', { name: 'held_before', transformer: whole })
  heldBefore!: bigint;

  @Column('bigint', { name: 'held_after', transformer: whole })
  heldAfter!: bigint;

  /** Of the setting, with this change. */
  @Column('integer')
  version!: number;

  @Column('text')
  state!: SettingChangeState;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
