import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { KinwardLogger } from '../logging/logger.js';
import { EVENTS_CHANNEL, SESSIONS_CHANNEL, type RelayedNews } from './live-news.js';

/** Whoever wants to hear. Nothing here may fail. */
export interface LiveHearer {
  /** News in the order of their places. */
  readonly onNews?: (news: readonly RelayedNews[]) => void;
  /** `session:<hex of its hash>` or `person:<id>`. */
  readonly onSessionWord?: (word: string) => void;
  /** After a silence in which anything may have been said, before any news are passed on. */
  readonly beforeHearingAgain?: () => Promise<void>;
  /** After that: what was told meanwhile stands in the table. */
  readonly onHearingAgain?: () => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** How often the connection is asked whether it still is one, and how long the answer may take. */
const HEARTBEAT_MS = 5_000;

/**
 * The one connection of this process that listens. It opens when somebody first wants to hear and comes back by itself, with
 * pauses that grow. PostgreSQL tells in the order of commits, whatever the channel. It must be a direct connection: a
 * pooler that lends connections by transaction has nobody to tell.
 */
@Injectable()
export class LiveListener implements OnModuleDestroy {
  private readonly hearers: LiveHearer[] = [];
  private readonly ending = new AbortController();
  private client: pg.Client | null = null;
  private hearing: Promise<void> | null = null;
  private hasHeard = false;
  private passesNews = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: KinwardLogger,
  ) {}

  /** Hearers are told in the order in which they came. */
  add(hearer: LiveHearer): void {
    this.hearers.push(hearer);
  }

  /** Resolves while the connection listens; opens it where nobody has. */
  ready(): Promise<void> {
    return (this.hearing ??= this.connect());
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    this.hearing?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      try {
        await this.listen();
        return;
      } catch {
        if (this.ending.signal.aborted) throw new Error('the listener has ended');
        this.logger.warn('live listener cannot connect', { milliseconds: pause });
      }
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal: this.ending.signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  private async listen(): Promise<void> {
    this.ending.signal.throwIfAborted();
    const { url } = this.dataSource.options as { url?: string };
    const client = new pg.Client({
      connectionString: url,
      application_name: 'kinward-live',
      connectionTimeoutMillis: HEARTBEAT_MS,
      query_timeout: HEARTBEAT_MS,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel, payload }) => this.pass(channel, payload ?? ''));
    try {
      await client.connect();
      // What is told while this is under way is told to the hearers, too.
      this.client = client;
      await client.query(`LISTEN ${SESSIONS_CHANNEL}; LISTEN ${EVENTS_CHANNEL}`);
      if (this.hasHeard) for (const hearer of this.hearers) await hearer.beforeHearingAgain?.();
    } catch (error) {
      this.client = null;
      await client.end().catch(() => undefined);
      throw error;
    }
    this.passesNews = true;
    if (this.hasHeard) for (const hearer of this.hearers) hearer.onHearingAgain?.();
    this.hasHeard = true;
    void this.watch(client);
  }

  private pass(channel: string, payload: string): void {
    for (const hearer of this.hearers) {
      if (channel === SESSIONS_CHANNEL) hearer.onSessionWord?.(payload);
      else if (this.passesNews) hearer.onNews?.(JSON.parse(payload) as RelayedNews[]);
    }
  }

  /** A connection whose other end is gone may look alive for hours. */
  private async watch(client: pg.Client): Promise<void> {
    try {
      while (this.client === client) {
        await sleep(HEARTBEAT_MS, undefined, { signal: this.ending.signal, ref: false });
        await client.query('SELECT');
      }
    } catch {
      this.lose(client);
    }
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.passesNews = false;
    void client.end().catch(() => undefined);
    if (this.ending.signal.aborted) return;
    this.logger.warn('live listener lost its connection');
    this.hearing = this.connect();
    // It ends only with the process; whoever waits for it hears of that.
    this.hearing.catch(() => undefined);
  }
}
