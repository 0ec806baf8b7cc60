import { Inject, Injectable } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { AuditTrail, CLOCK, ID_GENERATOR } from '@kinward/platform';

/** Ids, moments and entries of the audit trail for public texts. */
@Injectable()
export class TextRecords {
  constructor(
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  nextId(): string {
    return this.ids.next();
  }

  now(): Date {
    return this.clock.now();
  }

  /** @param action a code such as `PUBLIC_TEXT_PUBLISHED` */
  tell(action: string, subjectId: string, reason?: string): void {
    const entry = { action, subjectKind: 'PUBLIC_TEXT', subjectId };
    this.audit.record(reason === undefined ? entry : { ...entry, reason });
  }
}
