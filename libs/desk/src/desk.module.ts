import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { VaultModule } from '@kinward/vault';
import { AwaitingAccessQuery } from './application/awaiting-access.query.js';
import { CaseFileQuery } from './application/case-file.query.js';
import { CaseListQuery } from './application/case-list.query.js';
import { CaseMattersQuery } from './application/case-matters.query.js';
import { CaseStatesQuery } from './application/case-states.query.js';
import { CaseStoryReader } from './application/case-story.reader.js';
import { CaseTimelineQuery } from './application/case-timeline.query.js';
import { CaseloadQuery } from './application/caseload.query.js';
import { DeskLiveTopics } from './application/desk-live-topics.js';
import { NeedCountsQuery } from './application/need-counts.query.js';
import { DisclosureUsualQuery } from './application/disclosure-usual.query.js';
import { NeedDetailQuery } from './application/need-detail.query.js';
import { NeedOutlookQuery } from './application/need-outlook.query.js';
import { NeedQueueQuery } from './application/need-queue.query.js';
import { NeedViews } from './application/need-views.js';
import { ReleasesAheadQuery } from './application/releases-ahead.query.js';
import { PersonExposureQuery } from './application/person-exposure.query.js';
import { WaitingListQuery } from './application/waiting-list.query.js';
import { CaseWorkResolver } from './graphql/case-work.resolver.js';
import { DeskResolver } from './graphql/desk.resolver.js';
import { LiveResolver } from './graphql/live.resolver.js';
import { NeedDeskResolver } from './graphql/need-desk.resolver.js';
import { NeedResolver } from './graphql/need.resolver.js';
import { OversightResolver } from './graphql/oversight.resolver.js';
import './graphql/reason-texts.js';

/** Read models of the screens; nobody imports them (decision 24). */
@Module({
  imports: [IdentityModule, NeedsModule, OrganizationsModule, VaultModule],
  providers: [
    AwaitingAccessQuery,
    CaseFileQuery,
    CaseListQuery,
    CaseMattersQuery,
    CaseStatesQuery,
    CaseStoryReader,
    CaseTimelineQuery,
    CaseWorkResolver,
    CaseloadQuery,
    DeskLiveTopics,
    DeskResolver,
    DisclosureUsualQuery,
    LiveResolver,
    NeedCountsQuery,
    NeedDeskResolver,
    NeedDetailQuery,
    NeedOutlookQuery,
    NeedQueueQuery,
    NeedResolver,
    NeedViews,
    ReleasesAheadQuery,
    OversightResolver,
    PersonExposureQuery,
    WaitingListQuery,
  ],
})
export class DeskModule {}
