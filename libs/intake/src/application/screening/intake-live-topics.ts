import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveTopics, UnitOfWork, type LiveAudience } from '@kinward/platform';

/** All of it, for those whose flag lets them screen. */
const SCREENERS = `
  SELECT news.index, p.id AS "personId"
  FROM generate_series(0, $1::int - 1) AS news (index) JOIN person p ON p.id = ANY ($2::uuid[]) AND p.screener`;

/** Who hears in the live feed that requests came or were decided. */
@Injectable()
export class IntakeLiveTopics implements OnModuleInit {
  constructor(
    private readonly topics: LiveTopics,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const audience: LiveAudience = (news, people) =>
      this.unitOfWork.query(SCREENERS, [news.length, people]);
    this.topics.define('intake', {
      all: [],
      some: { roles: ['COORDINATOR', 'CASEWORKER'], audience },
    });
  }
}
