import { pino, type Logger as Pino } from 'pino';

/**
 * The only fields a log line may carry (security.md § 4.2). An allow-list: what is not named here is
 * not written, so a new field cannot leak by being forgotten.
 */
export interface LogFields {
  readonly operation?: string;
  readonly outcome?: string;
  readonly sqlState?: string;
  readonly errorName?: string;
  readonly cause?: string;
  readonly requestId?: string;
  readonly organizationId?: string;
  readonly subjectId?: string;
  readonly task?: string;
  readonly count?: number;
  readonly milliseconds?: number;
}

const ALLOWED: readonly (keyof LogFields)[] = [
  'operation',
  'outcome',
  'sqlState',
  'errorName',
  'cause',
  'requestId',
  'organizationId',
  'subjectId',
  'task',
  'count',
  'milliseconds',
];

/** Structured log: a constant message and allowed fields. */
export class KinwardLogger {
  constructor(private readonly sink: Pino) {}

  info(message: string, fields: LogFields = {}): void {
    this.sink.info(pick(fields), message);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.sink.warn(pick(fields), message);
  }

  error(message: string, fields: LogFields = {}): void {
    this.sink.error(pick(fields), message);
  }
}

/** Copies the allowed fields; codes and ids only, cut to a length no text of a person needs. */
export function pick(fields: LogFields): Record<string, string | number> {
  const picked: Record<string, string | number> = {};
  for (const name of ALLOWED) {
    const value = fields[name];
    if (typeof value === 'number') picked[name] = value;
    else if (typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value)) picked[name] = value;
  }
  return picked;
}

/** A logger that writes JSON lines to a file, or to standard output where `file` is null. */
export function createLogger(file: string | null): KinwardLogger {
  const destination = pino.destination(
    file === null ? { dest: 1, sync: true } : { dest: file, mkdir: true, mode: 0o600, sync: true },
  );
  return new KinwardLogger(
    pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination),
  );
}
