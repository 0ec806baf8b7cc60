import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveTopics, UnitOfWork, type LiveAudience } from '@kinward/platform';

/** Whom a task concerns besides the desk: those whom it is shown to, its holder, its author. */
const CONCERNED = `
  SELECT news.place::int - 1 AS index, p.id AS "personId"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS news (task_id, place)
  JOIN task t ON t.id = news.task_id
  JOIN unnest($2::uuid[]) AS p (id) ON p.id IN (t.holder_id, t.author_id) OR EXISTS (
    SELECT FROM task_candidate c WHERE c.organization_id = t.organization_id AND c.task_id = t.id
      AND c.person_id = p.id AND c.ring <= t.ring)`;

/** Who hears of tasks in the live feed. */
@Injectable()
export class TaskLiveTopics implements OnModuleInit {
  constructor(
    private readonly topics: LiveTopics,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const audience: LiveAudience = (news, people) =>
      this.unitOfWork.query(CONCERNED, [news.map((ids) => ids['taskId'] ?? null), people]);
    this.topics.define('task', {
      all: ['COORDINATOR', 'SECURITY_OFFICER'],
      some: { roles: ['VOLUNTEER', 'CASEWORKER'], audience },
    });
  }
}
