import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Server } from 'node:http';
import type { Clock } from '@kinward/kernel';
import {
  APP_CONFIG,
  CLOCK,
  KinwardLogger,
  LiveGate,
  LiveListener,
  LiveSockets,
  TrustedDocuments,
  type AppConfig,
} from '@kinward/platform';

/** Opens the live connections once the schema and the HTTP server exist, and ends them first when the process ends. */
@Injectable()
export class LiveServer implements OnApplicationBootstrap, OnModuleDestroy {
  private sockets: LiveSockets | null = null;

  constructor(
    private readonly modules: ModuleRef,
    private readonly adapter: HttpAdapterHost,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly logger: KinwardLogger,
    private readonly documents: TrustedDocuments,
  ) {}

  onApplicationBootstrap(): void {
    const find = { strict: false };
    this.sockets = new LiveSockets({
      httpServer: this.adapter.httpAdapter.getHttpServer() as Server,
      schema: this.modules.get(GraphQLSchemaHost, find).schema,
      gate: this.modules.get(LiveGate, find),
      listener: this.modules.get(LiveListener, find),
      clock: this.clock,
      logger: this.logger,
      explain: this.config.mode === 'demo',
      documents: this.documents,
    });
  }

  onModuleDestroy(): void {
    this.sockets?.close();
  }
}
