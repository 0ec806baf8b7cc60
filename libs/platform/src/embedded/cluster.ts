import type { Account } from './service-account.js';

/** One PostgreSQL data directory with everything needed to run programs on it. */
export interface Cluster {
  /** Folder with PostgreSQL's `bin`, `lib` and `share`. */
  readonly programs: string;
  /** Folder that holds the data directory; the account may pass through it. */
  readonly location: string;
  /** The data directory itself. */
  readonly data: string;
  readonly logFile: string;
  readonly superuserPassword: string;
  /** Who PostgreSQL runs as; undefined means the user who runs Kinward. */
  readonly account: Account | undefined;
  /** Server settings on top of the usual ones. */
  readonly settings: Readonly<Record<string, string>>;
}
