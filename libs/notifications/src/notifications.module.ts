import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { ChangeDutyUseCase } from './application/change-duty.use-case.js';
import { DutyListQuery } from './application/duty-list.query.js';
import { MyPings } from './application/my-pings.js';
import { NotificationTopics } from './application/notification-topics.js';
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
  ],
  exports: [DutyListQuery, Pings],
})
export class NotificationsModule {}
