import { Injectable } from '@nestjs/common';
import type { OrganizationId, PersonId } from '@kinward/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../permissions/actor.js';
import { topicFamily, type LiveNews } from './live-news.js';
import { LiveTopics } from './live-topics.js';

type Viewer = Pick<Actor, 'personId' | 'roles'>;

/** Whether a viewer may receive the piece of news with this index. */
export type ReceivesNews = (index: number, viewer: Viewer) => boolean;

/**
 * Decides who may receive what. Viewers fall into classes: those whose role receives the whole topic, who cost nothing, and
 * the others, about whom the topic's own rule is asked with one statement for all news and all people.
 */
@Injectable()
export class LiveAudiences {
  constructor(
    private readonly topics: LiveTopics,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async decide(
    organizationId: OrganizationId,
    news: readonly LiveNews[],
    viewers: readonly Viewer[],
  ): Promise<ReceivesNews> {
    const named = new Set<string>();
    for (const family of new Set(news.map(({ topic }) => topicFamily(topic)))) {
      const people = viewers.filter(({ roles }) => this.topics.access(family, roles) === 'SOME');
      if (people.length === 0) continue;
      const indexes = [...news.keys()].filter(
        (at) => topicFamily(news[at]?.topic ?? '') === family,
      );
      const receipts = await this.ask(organizationId, family, {
        news: indexes.map((at) => news[at]?.ids ?? {}),
        people: [...new Set(people.map(({ personId }) => personId))],
      });
      for (const { index, personId } of receipts)
        named.add(`${String(indexes[index])} ${personId}`);
    }
    return (index, { personId, roles }) => {
      const access = this.topics.access(news[index]?.topic ?? '', roles);
      return access === 'ALL' || (access === 'SOME' && named.has(`${String(index)} ${personId}`));
    };
  }

  private ask(
    organizationId: OrganizationId,
    family: string,
    asked: { readonly news: readonly LiveNews['ids'][]; readonly people: readonly PersonId[] },
  ) {
    return this.unitOfWork.read({ organizationId, personId: null }, () =>
      this.topics.audienceOf(family)(asked.news, asked.people),
    );
  }
}
