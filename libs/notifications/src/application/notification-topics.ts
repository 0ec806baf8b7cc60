import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveTopics, ROLES, type LiveAudience } from '@kinward/platform';

/** A ping is its person's own. */
const toItsPerson: LiveAudience = (news, people) =>
  Promise.resolve(
    news.flatMap(({ personId }, index) =>
      people.filter((person) => person === personId).map((person) => ({ index, personId: person })),
    ),
  );

/** Who hears of pings and of duty in the live feed. */
@Injectable()
export class NotificationTopics implements OnModuleInit {
  constructor(private readonly topics: LiveTopics) {}

  onModuleInit(): void {
    this.topics.define('ping', { all: [], some: { roles: ROLES, audience: toItsPerson } });
    this.topics.define('duty', { all: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'] });
  }
}
