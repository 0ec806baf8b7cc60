import { StaffSeal } from '@kinward/identity';
import { SEND_PINGS_TASK, sendPings, SmtpPingMailer } from '@kinward/notifications';
import type { MailSettings, ServerKeys } from '@kinward/platform';
import { NO_CATCH_UP_MS, DAY_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/** How long the delivery log is kept, in days. */
const KEPT_DAYS = 30;

/** How pings leave: the mail server, and the keys that open an address and mark a mail. */
export interface PingMail {
  readonly settings: MailSettings;
  readonly serverKeys: ServerKeys;
}

/** Mails what is due; without a mail server nothing is to be done, and the job says so by doing nothing. */
export function sendPingsJob(mail: PingMail | null): Job {
  return {
    task: SEND_PINGS_TASK,
    schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
    async run({ pool, clock }) {
      if (mail === null) return 0;
      const seal = new StaffSeal(mail.serverKeys);
      const mailer = new SmtpPingMailer(mail.settings, mail.serverKeys.lookup);
      try {
        return await sendPings({
          db: statementsOf(pool),
          clock,
          mailer,
          openAddress: (personId, sealed) => seal.open(personId, 'email', sealed),
        });
      } finally {
        mailer.close();
      }
    },
  };
}

/** Deletes old pings, mailed or not. */
export const clearPings: Job = {
  task: 'clear-pings',
  schedule: { match: '37 4 * * *', catchUpMs: DAY_MS },
  async run({ pool, clock }) {
    const { rowCount } = await pool.query('DELETE FROM ping WHERE asked_at < $1', [
      new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS),
    ]);
    return rowCount ?? 0;
  },
};
