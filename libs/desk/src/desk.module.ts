import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { VaultModule } from '@kinward/vault';
import { CaseFileQuery } from './application/case-file.query.js';
import { CaseListQuery } from './application/case-list.query.js';
import { CaseStoryReader } from './application/case-story.reader.js';
import { CaseloadQuery } from './application/caseload.query.js';
import { DeskLiveTopics } from './application/desk-live-topics.js';
import { NeedDetailQuery } from './application/need-detail.query.js';
import { NeedQueueQuery } from './application/need-queue.query.js';
import { NeedViews } from './application/need-views.js';
import { WaitingListQuery } from './application/waiting-list.query.js';
import { DeskResolver } from './graphql/desk.resolver.js';
import { LiveResolver } from './graphql/live.resolver.js';
import { NeedDeskResolver } from './graphql/need-desk.resolver.js';
import { NeedResolver } from './graphql/need.resolver.js';
import './graphql/reason-texts.js';

/** Read models of the screens; nobody imports them (decision 24). */
@Module({
  imports: [IdentityModule, NeedsModule, OrganizationsModule, VaultModule],
  providers: [
    CaseFileQuery,
    CaseListQuery,
    CaseStoryReader,
    CaseloadQuery,
    DeskLiveTopics,
    DeskResolver,
    LiveResolver,
    NeedDeskResolver,
    NeedDetailQuery,
    NeedQueueQuery,
    NeedResolver,
    NeedViews,
    WaitingListQuery,
  ],
})
export class DeskModule {}
