import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { ChangeDutyUseCase } from './application/change-duty.use-case.js';
import { DutyListQuery } from './application/duty-list.query.js';
import { MyPings } from './application/my-pings.js';
import { NotificationTopics } from './application/notification-topics.js';
import { PlanDutyUseCase } from './application/plan-duty.use-case.js';
import { Pings } from './application/pings.js';
import { NotificationsResolver } from './graphql/notifications.resolver.js';
import './graphql/reason-texts.js';
import { DutyRepository } from './infrastructure/duty.repository.js';

/** Duty, and pings without content. */
@Module({
  imports: [IdentityModule],
  providers: [
    ChangeDutyUseCase,
    DutyListQuery,
    DutyRepository,
    MyPings,
    NotificationTopics,
    NotificationsResolver,
    Pings,
    PlanDutyUseCase,
  ],
  exports: [DutyListQuery, Pings],
})
export class NotificationsModule {}
