export { askPings, type PingOrder, type PingUrgency } from './application/ask-pings.js';
export { DutyListQuery, type DutyView } from './application/duty-list.query.js';
export { Pings } from './application/pings.js';
export { SEND_PINGS_TASK, sendPings, type PingWork } from './application/send-pings.js';
export type { MailOutcome, PingMailer } from './domain/ping-mailer.js';
export { SmtpPingMailer } from './infrastructure/smtp-ping-mailer.js';
export { NotificationsModule } from './notifications.module.js';
