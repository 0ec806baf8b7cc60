import { Injectable } from '@nestjs/common';
import type { PersonId } from '@kinward/kernel';
import type { Role } from '../permissions/permissions.generated.js';
import { topicFamily, type LiveNews } from './live-news.js';

/** That somebody may receive a piece of news. */
export interface LiveReceipt {
  /** Which of the news that were asked about, counted from 0. */
  readonly index: number;
  readonly personId: string;
}

/**
 * Tells which of these people may receive which of these news. One set-based statement for all of them; it runs in a
 * read unit of the organisation, without a person.
 */
export type LiveAudience = (
  news: readonly LiveNews['ids'][],
  people: readonly PersonId[],
) => Promise<readonly LiveReceipt[]>;

/** Who receives news of a topic, inside of their own organisation. */
export interface LiveTopicRule {
  /** Roles that receive all of it. */
  readonly all: readonly Role[];
  /** Roles that receive what `audience` names them for. */
  readonly some?: { readonly roles: readonly Role[]; readonly audience: LiveAudience };
}

/** How a viewer stands to a topic. */
type LiveAccess = 'ALL' | 'SOME' | 'NONE';

/** The topics that leave the server. What no domain has defined here goes to nobody. */
@Injectable()
export class LiveTopics {
  private readonly rules = new Map<string, LiveTopicRule>();

  /**
   * Defines a family of topics (`task` holds `task.claimed` and the rest); called by a domain's module when it starts.
   * @throws Error when another rule stands
   */
  define(family: string, rule: LiveTopicRule): void {
    if (this.rules.has(family)) throw new Error(`two rules for the topic ${family}`);
    this.rules.set(family, rule);
  }

  /** The families that a viewer with these roles may ask for, sorted. */
  familiesFor(roles: ReadonlySet<Role>): readonly string[] {
    return [...this.rules.keys()].filter((name) => this.access(name, roles) !== 'NONE').sort();
  }

  /** How these roles stand to a topic or a family. */
  access(topic: string, roles: ReadonlySet<Role>): LiveAccess {
    const rule = this.rules.get(topicFamily(topic));
    if (rule?.all.some((role) => roles.has(role)) === true) return 'ALL';
    return rule?.some?.roles.some((role) => roles.has(role)) === true ? 'SOME' : 'NONE';
  }

  /** The question that decides for roles with access to some of a topic. */
  audienceOf(topic: string): LiveAudience {
    const audience = this.rules.get(topicFamily(topic))?.some?.audience;
    if (audience === undefined) throw new Error(`nobody is asked about the topic ${topic}`);
    return audience;
  }
}
