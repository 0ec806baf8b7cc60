import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, LiveTopics, UnitOfWork, type LiveAudience } from '@kinward/platform';
import { CONCERNS } from '../infrastructure/call-out-people.repository.js';

/** Finance hears of what may need its signature. */
const CONCERNED = `
  SELECT news.place::int - 1 AS index, p.id AS "personId"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS news (call_out_id, place)
  JOIN call_out c ON c.id = news.call_out_id
  JOIN unnest($2::uuid[]) AS u (id) ON true
  JOIN person p ON p.id = u.id
  WHERE 'CASEWORKER' = ANY(p.roles) AND ${CONCERNS('p.id', '$3::timestamptz')}
    OR 'FINANCE_OFFICER' = ANY(p.roles) AND c.reserved_minor > 0`;

/** Who hears of call-outs in the live feed. */
@Injectable()
export class CallOutLiveTopics implements OnModuleInit {
  constructor(
    private readonly topics: LiveTopics,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const audience: LiveAudience = (news, people) =>
      this.unitOfWork.query(CONCERNED, [
        news.map((ids) => ids['callOutId'] ?? null),
        people,
        this.clock.now(),
      ]);
    this.topics.define('callout', {
      all: ['COORDINATOR', 'SECURITY_OFFICER'],
      some: { roles: ['CASEWORKER', 'FINANCE_OFFICER'], audience },
    });
  }
}
