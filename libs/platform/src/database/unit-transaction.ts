import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isUuid } from '@kinward/kernel';
import type { Scope } from '../permissions/actor.js';
import { DatabaseFailure, toStatementFailure } from './database-failure.js';
import { noteStatement } from './statement-counter.js';
import type { StatementNames } from './statement-names.js';
import { sendableValues } from './statement-values.js';

/** What the driver tells of a statement. */
interface Answer {
  readonly command: string;
  readonly rows: unknown[];
  readonly rowCount: number | null;
}

/** The driver's connection, as far as it is used here. */
interface Connection {
  query(text: string): Promise<Answer>;
  /** A text of several statements gets several answers. */
  query(statement: {
    name?: string;
    text: string;
    values: unknown[];
  }): Promise<Answer | readonly Answer[]>;
}

const SEVERAL: Answer = { command: '', rows: [], rowCount: null };

/** The transaction of one unit of work on a connection of the pool. */
export class UnitTransaction {
  private readonly runner: QueryRunner;
  private connection: Connection | null = null;
  private begun: Promise<unknown> | null = null;

  /** @param names null sends every statement without a name and waits for the beginning before it goes on */
  constructor(
    dataSource: DataSource,
    private readonly names: StatementNames | null,
  ) {
    this.runner = dataSource.createQueryRunner();
  }

  /**
   * Begins and scopes the transaction, in one message. Statements may follow before it is answered: the server takes
   * them in order, and where this one fails, nobody gets to see what they brought (see {@link send}).
   */
  async begin(scope: Scope): Promise<void> {
    const sql = beginning(scope);
    this.connection = (await this.runner.connect()) as Connection;
    noteStatement(sql);
    const begun = this.connection.query(sql);
    this.begun = begun;
    begun.catch(() => undefined);
    // TypeORM must neither begin a second transaction for a manager's work nor commit this one.
    Object.assign(this.runner, { isTransactionActive: true, transactionDepth: 1 });
    if (this.names === null) await begun;
  }

  /** The manager of this transaction. @throws the failure of its beginning */
  async manager(): Promise<EntityManager> {
    await this.begun;
    return this.runner.manager;
  }

  /** Sends one statement. @throws DatabaseFailure */
  async send(text: string, parameters: readonly unknown[]): Promise<Answer> {
    const values = sendableValues(parameters);
    // Without parameters a text may be several statements, which only the simple protocol takes.
    const name = values.length === 0 ? null : (this.names?.nameOf(text) ?? null);
    noteStatement(text);
    try {
      const sent = this.live().query({ text, values, ...(name === null ? {} : { name }) });
      const [answer] = await Promise.all([sent, this.begun]);
      return 'command' in answer ? answer : SEVERAL;
    } catch (error) {
      const failure = toStatementFailure(error);
      if (name !== null && failure.isStalePlan) this.names?.renew(name);
      throw failure;
    }
  }

  /**
   * @throws DatabaseFailure where nothing was stored. PostgreSQL answers COMMIT without an error, and with ROLLBACK,
   * when an earlier statement had failed and the failure was swallowed; that must not look like success.
   */
  async commit(): Promise<void> {
    if (this.connection === null) return;
    await this.begun;
    const { command } = await this.connection.query('COMMIT');
    if (command !== 'COMMIT') throw new DatabaseFailure('25P02', null);
  }

  async rollback(): Promise<void> {
    await this.connection?.query('ROLLBACK');
  }

  /** Gives the connection back, whatever became of it. */
  release(): Promise<void> {
    return this.runner.release();
  }

  private live(): Connection {
    if (this.connection === null) throw new Error('the transaction has not begun');
    return this.connection;
  }
}

/** Ids are checked, so the text can hold them; as one simple message it costs one round trip and no parsing twice. */
function beginning({ organizationId, personId }: Scope): string {
  return `BEGIN; SELECT set_config('app.organization_id', '${checked(organizationId)}', true), set_config('app.person_id', '${checked(personId)}', true)`;
}

function checked(id: string | null): string {
  if (id !== null && !isUuid(id)) throw new Error('a scope must hold ids');
  return id ?? '';
}
