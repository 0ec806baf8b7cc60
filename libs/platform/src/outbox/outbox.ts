import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

/** News for other domains and for live feeds. Ids and codes only; never a name, a text or a value. */
export interface OutboxEvent {
  readonly topic: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Side effects leave only through here: the row commits with the change that it tells of. */
@Injectable()
export class Outbox {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds the event to the present unit of work. */
  async publish(event: OutboxEvent): Promise<void> {
    await this.unitOfWork.execute(
      'INSERT INTO outbox (organization_id, topic, payload) VALUES ($1, $2, $3)',
      [this.unitOfWork.scope().organizationId, event.topic, JSON.stringify(event.ids)],
    );
  }
}
