import { createHmac } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailSettings } from '@kinward/platform';
import type { MailOutcome, PingMailer } from '../domain/ping-mailer.js';

/** The same for every ping, whatever it is about (security.md § 8.10). */
const SUBJECT = 'There is something to look at';
const TEXT = 'There is something to look at.\n';

/** Only to these may a mail go without TLS. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const LIMIT_MS = 15_000;
/** Hexadecimal digits of a Message-ID. */
const MARK_LENGTH = 32;

/** What a failed handing over tells; the rest of the error may name the address and goes no further. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Hands pings to the mail server of the installation. */
export class SmtpPingMailer implements PingMailer {
  private readonly transport: Transporter;
  private readonly domain: string;

  /** @param markKey keys the Message-ID, so that a mailbox cannot be matched with the delivery log */
  constructor(
    private readonly settings: MailSettings,
    private readonly markKey: Buffer,
  ) {
    const { hostname } = new URL(settings.url);
    this.domain = settings.from.split('@').at(-1) ?? 'localhost';
    this.transport = createTransport({
      url: settings.url,
      // What the machine is called is nobody's business.
      name: this.domain,
      requireTLS: !LOOPBACK.includes(hostname),
      connectionTimeout: LIMIT_MS,
      greetingTimeout: LIMIT_MS,
      socketTimeout: LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(address: string, pingId: string): Promise<MailOutcome> {
    const mark = createHmac('sha256', this.markKey).update(`ping:${pingId}`).digest('hex');
    try {
      await this.transport.sendMail({
        from: this.settings.from,
        to: address,
        subject: SUBJECT,
        text: TEXT,
        messageId: `<${mark.slice(0, MARK_LENGTH)}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'SENT';
    } catch (error) {
      return outcomeOf(error as SmtpFailure);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Only an answer about this recipient or this mail is about this ping; all else is the server's own trouble. */
function outcomeOf({ code, command, responseCode = 0 }: SmtpFailure): MailOutcome {
  const isAboutPing = code !== 'EAUTH' && (command === 'RCPT TO' || command === 'DATA');
  if (!isAboutPing) return 'DOWN';
  return responseCode >= 500 ? 'REFUSED' : 'LATER';
}
