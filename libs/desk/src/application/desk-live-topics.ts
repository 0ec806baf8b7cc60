import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  LiveTopics,
  UnitOfWork,
  type LiveAudience,
  type LiveReceipt,
  type Role,
} from '@kinward/platform';
import { worksOn } from './need-queue.sql.js';

/** News of these ids go to those who work on the case `f` behind them. */
const toThoseAtWork = (join: string): string => `
  SELECT (asked.place - 1)::integer AS index, people.id AS "personId"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
  ${join}
  CROSS JOIN unnest($2::uuid[]) AS people (id)
  WHERE ${worksOn('people.id')}`;

const OF_CASES = toThoseAtWork('JOIN case_file f ON f.id = asked.id');
const OF_NEEDS = toThoseAtWork(
  'JOIN need n ON n.id = asked.id JOIN case_file f ON f.id = n.case_id',
);
const OF_DISBURSEMENTS = toThoseAtWork(
  `JOIN disbursement d ON d.id = asked.id JOIN need n ON n.id = d.need_id
    JOIN case_file f ON f.id = n.case_id`,
);

const BOOK_READERS: readonly Role[] = ['FINANCE_OFFICER', 'AUDITOR'];
const PAYERS: readonly Role[] = ['COORDINATOR', 'SECURITY_OFFICER', ...BOOK_READERS];

/** Who hears of cases, needs and money: whoever sees them on a screen, and nobody else. */
@Injectable()
export class DeskLiveTopics implements OnModuleInit {
  constructor(
    private readonly topics: LiveTopics,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const caseworkers = (name: string, sql: string) => ({
      roles: ['CASEWORKER'] as const,
      audience: this.ask(name, sql),
    });
    const decided: readonly Role[] = ['COORDINATOR', 'FINANCE_OFFICER'];
    this.topics.define('case', { all: ['COORDINATOR'], some: caseworkers('caseId', OF_CASES) });
    this.topics.define('need', { all: decided, some: caseworkers('needId', OF_NEEDS) });
    this.topics.define('disbursement', {
      all: PAYERS,
      some: caseworkers('disbursementId', OF_DISBURSEMENTS),
    });
    this.topics.define('funding', { all: BOOK_READERS });
    this.topics.define('ledger', { all: BOOK_READERS });
  }

  private ask(name: string, sql: string): LiveAudience {
    return (news, people) =>
      this.unitOfWork.query<LiveReceipt>(sql, [news.map((ids) => ids[name] ?? null), people]);
  }
}
