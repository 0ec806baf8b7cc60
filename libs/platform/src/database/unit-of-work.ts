import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Result } from '@kinward/kernel';
import type { AppConfig } from '../config/app-config.js';
import type { Scope } from '../permissions/actor.js';
import { APP_CONFIG } from '../time/tokens.js';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.js';
import { StatementNames } from './statement-names.js';
import { UnitTransaction } from './unit-transaction.js';

const MAX_ATTEMPTS = 5;
const RETRY_BASE_MS = 15;

interface OpenUnit {
  readonly scope: Scope;
  transaction: UnitTransaction | null;
  /** Shared by statements that are sent at once: none may overtake the scope's settings. */
  opening: Promise<UnitTransaction> | null;
  isOver: boolean;
  readonly beforeCommit: { readonly work: () => Promise<void>; readonly order: number }[];
  readonly afterCommit: (() => void)[];
  readonly afterSettlement: (() => Promise<void>)[];
}

/**
 * One transaction per use case, carried by AsyncLocalStorage (style.md habit 23).
 *
 * It opens at the first statement, so that slow work before it (a passphrase hash) holds no connection; it commits
 * before the answer leaves; a returned error rolls it back; and on SQLSTATE 40001 or 40P01, and besides those
 * only when a migration has overtaken a prepared statement, the whole use case is run again. Row security is
 * scoped with transaction-local settings, which a pooled connection cannot leak into the next request
 * (security.md § 4.1).
 */
@Injectable()
export class UnitOfWork {
  private readonly units = new AsyncLocalStorage<OpenUnit>();

  private readonly names: StatementNames | null;

  constructor(
    private readonly dataSource: DataSource,
    @Optional() @Inject(APP_CONFIG) config: Pick<AppConfig, 'preparedStatements'> = {},
  ) {
    this.names = config.preparedStatements === false ? null : new StatementNames();
  }

  /**
   * Runs a use case in its own transaction and settles it.
   * @throws DatabaseFailure when the database fails, after the retries where those apply
   */
  async run<T, E>(scope: Scope, work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(scope, work);
      } catch (thrown) {
        const error = toDatabaseFailure(thrown);
        const mayRetry = error instanceof DatabaseFailure && error.isRetryable;
        if (!mayRetry || attempt === MAX_ATTEMPTS) throw error;
        await sleep(RETRY_BASE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  /** Runs a read; like {@link run}, for work that has no expected error. */
  async read<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    const result = await this.run<T, never>(scope, async () => ({ ok: true, value: await work() }));
    if (!result.ok) throw new Error('a read returned an error');
    return result.value;
  }

  /** The TypeORM manager of the present unit. @throws Error outside of one: nothing runs unscoped */
  async manager(): Promise<EntityManager> {
    return (await this.transaction()).manager();
  }

  /** Sends one parameterised statement inside the present unit and returns its rows. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const transaction = await this.transaction();
    return (await transaction.send(sql, parameters)).rows as Row[];
  }

  /** Like {@link query}, and tells how many rows a write touched. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const transaction = await this.transaction();
    return (await transaction.send(sql, parameters)).rowCount ?? 0;
  }

  /**
   * Work that must be the last in the transaction, such as appending to a chain that others wait for.
   * @param order works of one unit run in ascending order, so that two units take their locks alike
   */
  beforeCommit(work: () => Promise<void>, order = 0): void {
    this.present().beforeCommit.push({ work, order });
  }

  /** Work that must only happen once the commit is certain. It must not fail. */
  afterCommit(work: () => void): void {
    this.present().afterCommit.push(work);
  }

  /**
   * Work that must outlive a rollback, such as an alarm. It runs once the connection is free again, in
   * a unit of its own.
   */
  afterSettlement(work: () => Promise<void>): void {
    this.present().afterSettlement.push(work);
  }

  /** The scope of the present unit. */
  scope(): Scope {
    return this.present().scope;
  }

  private async attempt<T, E>(
    scope: Scope,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E>> {
    const unit: OpenUnit = {
      scope,
      transaction: null,
      opening: null,
      isOver: false,
      beforeCommit: [],
      afterCommit: [],
      afterSettlement: [],
    };
    try {
      const result = await this.units.run(unit, async () => {
        const value = await work();
        if (value.ok) await runInOrder(unit.beforeCommit);
        return value;
      });
      await this.settle(unit, result.ok);
      if (result.ok) for (const callback of unit.afterCommit) callback();
      return result;
    } catch (error) {
      await this.settle(unit, false).catch(() => undefined);
      throw error;
    } finally {
      await unit.transaction?.release();
      for (const work of unit.afterSettlement) await work();
    }
  }

  private async settle(unit: OpenUnit, commit: boolean): Promise<void> {
    // A straggler of a failed Promise.all must not open, or use, a connection that nobody will release.
    unit.isOver = true;
    await unit.opening?.catch(() => undefined);
    if (commit) await unit.transaction?.commit();
    else await unit.transaction?.rollback();
  }

  private present(): OpenUnit {
    const unit = this.units.getStore();
    if (unit === undefined) throw new Error('no unit of work: nothing reads or writes unscoped');
    return unit;
  }

  private async transaction(): Promise<UnitTransaction> {
    const unit = this.present();
    if (unit.isOver) throw new Error('the unit of work is over');
    unit.opening ??= this.open(unit);
    const transaction = await unit.opening;
    if (unit.isOver) throw new Error('the unit of work is over');
    return transaction;
  }

  private async open(unit: OpenUnit): Promise<UnitTransaction> {
    unit.transaction = new UnitTransaction(this.dataSource, this.names);
    await unit.transaction.begin(unit.scope);
    return unit.transaction;
  }
}

async function runInOrder(works: OpenUnit['beforeCommit']): Promise<void> {
  const sorted = works.toSorted((one, other) => one.order - other.order);
  for (const { work } of sorted) await work();
}
