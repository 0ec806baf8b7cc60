export { SecurityAlerts, type SecurityAlert } from './alerts/security-alerts.js';
export { AuditTrail, type AuditRecord } from './audit/audit-trail.js';
export { CommandReplay, type PlainAnswer } from './commands/command-replay.js';
export {
  loadConfig,
  type AppConfig,
  type MailSettings,
  type Mode,
  type StripeSettings,
} from './config/app-config.js';
export { deriveServerKeys, loadServerKeys, type ServerKeys } from './config/server-keys.js';
export { createDataSource, urlForRole } from './database/data-source.js';
export { DatabaseFailure, toDatabaseFailure } from './database/database-failure.js';
export { countStatements, type StatementCounter } from './database/statement-counter.js';
export type { StatementRunner } from './database/statement-runner.js';
export { UnitOfWork } from './database/unit-of-work.js';
export {
  findRunningPostgres,
  startEmbeddedPostgres,
  type EmbeddedServer,
} from './embedded/embedded-postgres.js';
export { StartupError } from './embedded/startup-error.js';
export { connectionOf, PageInput, toConnection, type Connection } from './graphql/connection.js';
export { addressGroup } from './graphql/address-group.js';
export { BODY_LIMIT_WITH_DOCUMENT, exceedsBodyLimit } from './graphql/body-limit.js';
export { DOCUMENT_LIMITS } from './graphql/document-rules.js';
export { graphqlOptions } from './graphql/graphql-options.js';
export { withDocument } from './graphql/named-document.js';
export { createInputValidation } from './graphql/input-validation.js';
export { defineReasonTexts, textOfReason } from './graphql/reason-texts.js';
export {
  CurrentActor,
  CurrentAddressGroup,
  requestContextOf,
  type RequestContext,
} from './graphql/request-context.js';
export { MoneyInput, MoneyType } from './graphql/money.type.js';
export { requestError, type RequestErrorCode } from './graphql/request-errors.js';
export { RequestLoader } from './graphql/request-loader.js';
export { resultUnion } from './graphql/result-union.js';
export { documentHash, readManifest, TrustedDocuments } from './graphql/trusted-documents.js';
export { toUserError, UserError } from './graphql/user-error.js';
export { JobQueue } from './jobs/job-queue.js';
export { LiveFeed } from './live/live-feed.js';
export { LiveGate, type LiveGuest } from './live/live-gate.js';
export { LiveItemUnion, type LiveItem } from './live/live-item.js';
export { LiveListener } from './live/live-listener.js';
export { EVENTS_CHANNEL, type LiveNews, type RelayedNews } from './live/live-news.js';
export { LiveSockets } from './live/live-sockets.js';
export type { LivePayload } from './live/live-subscription.js';
export {
  LiveTopics,
  type LiveAudience,
  type LiveReceipt,
  type LiveTopicRule,
} from './live/live-topics.js';
export { createLogger, KinwardLogger, type LogFields } from './logging/logger.js';
export { Outbox, type OutboxEvent } from './outbox/outbox.js';
export type { Actor, PersonKeys, Scope } from './permissions/actor.js';
export { Allow, OPERATION_METADATA, Public, PUBLIC_METADATA } from './permissions/allow.js';
export {
  OPERATION_PERMISSIONS,
  ROLES,
  type OperationName,
  type Role,
} from './permissions/permissions.generated.js';
export {
  OPERATION_KINDS,
  parsePermissionTable,
  renderPermissions,
  type OperationKind,
} from './permissions/permission-table.js';
export { PlatformModule, type PlatformOptions } from './platform.module.js';
export { SystemClock, SystemIdGenerator } from './time/system-clock.js';
export { APP_CONFIG, CLOCK, ID_GENERATOR, SERVER_KEYS } from './time/tokens.js';
