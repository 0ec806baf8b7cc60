import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { DataSource } from 'typeorm';
import { SecurityAlerts } from './alerts/security-alerts.js';
import { CommandReplay } from './commands/command-replay.js';
import type { AppConfig } from './config/app-config.js';
import type { ServerKeys } from './config/server-keys.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { GraphqlJitPlugin } from './graphql/jit/graphql-jit.plugin.js';
import { UnitOfWorkInterceptor } from './graphql/unit-of-work.interceptor.js';
import { HealthController } from './health/health.controller.js';
import { JobQueue } from './jobs/job-queue.js';
import { LiveAudiences } from './live/live-audiences.js';
import { LiveFeed } from './live/live-feed.js';
import { LiveListener } from './live/live-listener.js';
import { LiveStore } from './live/live-store.js';
import { LiveTopics } from './live/live-topics.js';
import { KinwardLogger } from './logging/logger.js';
import { Outbox } from './outbox/outbox.js';
import { SystemClock, SystemIdGenerator } from './time/system-clock.js';
import { APP_CONFIG, CLOCK, ID_GENERATOR, SERVER_KEYS } from './time/tokens.js';

export interface PlatformOptions {
  readonly config: AppConfig;
  readonly serverKeys: ServerKeys;
  readonly dataSource: DataSource;
  readonly logger: KinwardLogger;
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
}

/** What every domain needs and none owns. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const values = [
      { provide: APP_CONFIG, useValue: options.config },
      { provide: SERVER_KEYS, useValue: options.serverKeys },
      { provide: DataSource, useValue: options.dataSource },
      { provide: KinwardLogger, useValue: options.logger },
      { provide: CLOCK, useValue: options.clock ?? new SystemClock() },
      { provide: ID_GENERATOR, useValue: options.ids ?? new SystemIdGenerator() },
    ];
    const live = [LiveFeed, LiveListener, LiveTopics];
    const services = [UnitOfWork, CommandReplay, Outbox, JobQueue, SecurityAlerts, ...live];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        ...values,
        ...services,
        LiveAudiences,
        LiveStore,
        GraphqlJitPlugin,
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
      ],
      exports: [...values.map((value) => value.provide), ...services],
    };
  }
}
