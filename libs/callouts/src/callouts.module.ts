import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { DisbursementsModule } from '@kinward/disbursements';
import { DispatchModule } from '@kinward/dispatch';
import { FundingModule } from '@kinward/funding';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { NotificationsModule } from '@kinward/notifications';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { AcknowledgeCallOutUseCase } from './application/acknowledge-call-out.use-case.js';
import { CallOutAlarm } from './application/call-out-alarm.js';
import { CallOutCalls } from './application/call-out-calls.js';
import { CallOutDesk } from './application/call-out-desk.js';
import { CallOutEnd } from './application/call-out-end.js';
import { CallOutListQuery } from './application/call-out-list.query.js';
import { CallOutLiveTopics } from './application/call-out-live-topics.js';
import { CallOutMover } from './application/call-out-mover.js';
import { CallOutNews } from './application/call-out-news.js';
import { CallOutPings } from './application/call-out-pings.js';
import { CallOutSealing } from './application/call-out-sealing.js';
import { CallOutStop } from './application/call-out-stop.js';
import { CallOutQuery } from './application/call-out.query.js';
import { CloseCallOutUseCase } from './application/close-call-out.use-case.js';
import { DispatchCallOutUseCase } from './application/dispatch-call-out.use-case.js';
import { DispatchGround } from './application/dispatch-ground.js';
import { Dispatching } from './application/dispatching.js';
import { EmergencyDraw } from './application/emergency-draw.js';
import { HandOverCallOutUseCase } from './application/hand-over-call-out.use-case.js';
import { ProtocolTasks } from './application/protocol-tasks.js';
import { ProvocationAlarm } from './application/provocation-alarm.js';
import { RaiseCallOutUseCase } from './application/raise-call-out.use-case.js';
import { SignCallOutUseCase } from './application/sign-call-out.use-case.js';
import { TriageCallOutUseCase } from './application/triage-call-out.use-case.js';
import { WorkOnCallOutUseCase } from './application/work-on-call-out.use-case.js';
import { CALL_OUT_SEALED_COLUMNS } from './domain/call-out-words.js';
import { CallOutListResolver } from './graphql/call-out-list.resolver.js';
import { CallOutWorkResolver } from './graphql/call-out-work.resolver.js';
import { CallOutResolver } from './graphql/call-out.resolver.js';
import './graphql/reason-texts.js';
import { CallOutDetailRepository } from './infrastructure/call-out-detail.repository.js';
import { CallOutListRepository } from './infrastructure/call-out-list.repository.js';
import { CallOutPeopleRepository } from './infrastructure/call-out-people.repository.js';
import { CallOutRepository } from './infrastructure/call-out.repository.js';

const resolvers = [CallOutListResolver, CallOutResolver, CallOutWorkResolver];

const useCases = [
  AcknowledgeCallOutUseCase,
  CallOutListQuery,
  CallOutQuery,
  CloseCallOutUseCase,
  DispatchCallOutUseCase,
  HandOverCallOutUseCase,
  RaiseCallOutUseCase,
  SignCallOutUseCase,
  TriageCallOutUseCase,
  WorkOnCallOutUseCase,
];

const repositories = [
  CallOutDetailRepository,
  CallOutListRepository,
  CallOutPeopleRepository,
  CallOutRepository,
];

/** Call-outs: the alarm, two who look at it, a protocol that runs at once, a signature, and somebody who stays. */
@Module({
  imports: [
    CasesModule,
    DisbursementsModule,
    DispatchModule,
    FundingModule,
    IdentityModule,
    NeedsModule,
    NotificationsModule,
    VaultModule,
  ],
  providers: [
    ...resolvers,
    ...useCases,
    ...repositories,
    CallOutAlarm,
    CallOutCalls,
    CallOutDesk,
    CallOutEnd,
    CallOutLiveTopics,
    CallOutMover,
    CallOutNews,
    CallOutPings,
    CallOutSealing,
    CallOutStop,
    DispatchGround,
    Dispatching,
    EmergencyDraw,
    ProtocolTasks,
    ProvocationAlarm,
  ],
})
export class CalloutsModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...CALL_OUT_SEALED_COLUMNS);
  }
}
