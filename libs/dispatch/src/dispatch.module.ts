import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { DisbursementsModule } from '@kinward/disbursements';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { NotificationsModule } from '@kinward/notifications';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { VolunteersModule } from '@kinward/volunteers';
import { AcceptTaskUseCase } from './application/accept-task.use-case.js';
import { BoardQuery } from './application/board.query.js';
import { CancelTaskUseCase } from './application/cancel-task.use-case.js';
import { ClaimTaskUseCase } from './application/claim-task.use-case.js';
import { ClearTaskUseCase } from './application/clear-task.use-case.js';
import { DeskSharing } from './application/desk-sharing.js';
import { DraftTaskUseCase } from './application/draft-task.use-case.js';
import { OpenTaskUseCase } from './application/open-task.use-case.js';
import { ReportTaskUseCase } from './application/report-task.use-case.js';
import { TaskDesk } from './application/task-desk.js';
import { TaskDetailsUseCase } from './application/task-details.use-case.js';
import { TaskEnd } from './application/task-end.js';
import { TaskGround } from './application/task-ground.js';
import { TaskLiveTopics } from './application/task-live-topics.js';
import { TaskMover } from './application/task-mover.js';
import { TaskNews } from './application/task-news.js';
import { TaskPings } from './application/task-pings.js';
import { TaskQuery } from './application/task.query.js';
import { TaskQuestionsUseCase } from './application/task-questions.use-case.js';
import { TaskReporting } from './application/task-reporting.js';
import { TaskRings } from './application/task-rings.js';
import { TaskSealing } from './application/task-sealing.js';
import { VerifyTaskUseCase } from './application/verify-task.use-case.js';
import { WorkOnTaskUseCase } from './application/work-on-task.use-case.js';
import { TASK_SEALED_COLUMNS } from './domain/sealed-contents.js';
import { DeskTaskResolver } from './graphql/desk-task.resolver.js';
import './graphql/reason-texts.js';
import {
  OpenedTaskHolderResolver,
  TaskHolderResolver,
  TaskListResolver,
} from './graphql/task-list.resolver.js';
import { TaskWordsResolver } from './graphql/task-words.resolver.js';
import { VolunteerTaskResolver } from './graphql/volunteer-task.resolver.js';
import { BoardRepository } from './infrastructure/board.repository.js';
import { CandidateRepository } from './infrastructure/candidate.repository.js';
import { ClaimRepository } from './infrastructure/claim.repository.js';
import { PaperRepository } from './infrastructure/paper.repository.js';
import { TaskRepository } from './infrastructure/task.repository.js';

const resolvers = [
  DeskTaskResolver,
  OpenedTaskHolderResolver,
  TaskHolderResolver,
  TaskListResolver,
  TaskWordsResolver,
  VolunteerTaskResolver,
];

const useCases = [
  AcceptTaskUseCase,
  BoardQuery,
  CancelTaskUseCase,
  ClaimTaskUseCase,
  ClearTaskUseCase,
  DraftTaskUseCase,
  OpenTaskUseCase,
  ReportTaskUseCase,
  TaskDetailsUseCase,
  TaskQuery,
  TaskQuestionsUseCase,
  VerifyTaskUseCase,
  WorkOnTaskUseCase,
];

const repositories = [
  BoardRepository,
  CandidateRepository,
  ClaimRepository,
  PaperRepository,
  TaskRepository,
];

/** Tasks of volunteers: drafted, cleared, claimed by one, done, verified; with details that open for one and vanish. */
@Module({
  imports: [
    CasesModule,
    DisbursementsModule,
    IdentityModule,
    NeedsModule,
    NotificationsModule,
    VaultModule,
    VolunteersModule,
  ],
  providers: [
    ...resolvers,
    ...useCases,
    ...repositories,
    DeskSharing,
    TaskDesk,
    TaskEnd,
    TaskGround,
    TaskLiveTopics,
    TaskMover,
    TaskNews,
    TaskPings,
    TaskReporting,
    TaskRings,
    TaskSealing,
  ],
  exports: [CancelTaskUseCase, ClearTaskUseCase, DraftTaskUseCase, OpenTaskUseCase],
})
export class DispatchModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...TASK_SEALED_COLUMNS);
  }
}
