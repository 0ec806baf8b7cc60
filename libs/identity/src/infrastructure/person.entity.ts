import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@kinward/platform';
import type { Standing } from '../domain/standing.js';

/** Somebody who works on the desk. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('bytea', { name: 'display_name_sealed' })
  displayNameSealed!: Buffer;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('boolean', { default: false })
  screener!: boolean;

  @Column('text')
  standing!: Standing;
}
