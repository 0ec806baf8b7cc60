import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';
import { closedLoop } from '../../../frame/closed-loop.mjs';
import { withOwnCpu } from './own-cpu.mjs';
import { load } from '../../../frame/workspace.mjs';

const { AuditTrail, UnitOfWork } = await load('libs/platform/dist/index.js');

const SHARDS = 16;
/** As long as what a usual entry hashes. */
const BODY = randomBytes(180);
const SCOPE = `SELECT set_config('app.organization_id', $1, $3), set_config('app.person_id', $2, $3)`;
/** What the audit trail sends, written again: moves the head of a chain and adds the link. */
const APPEND = `
  WITH link AS (
    INSERT INTO audit_chain AS chain (organization_id, shard, length, head)
    VALUES ($1, $2, 1, sha256($3::bytea || int8send(1) || $4::bytea))
    ON CONFLICT (organization_id, shard) DO UPDATE
      SET length = chain.length + 1, head = sha256(chain.head || int8send(chain.length + 1) || $4::bytea)
    RETURNING length, head)
  INSERT INTO audit_entry (organization_id, shard, sequence, version, recorded_hour, actor_kind, action,
    subject_kind, subject_id, hash)
  SELECT $1, $2, link.length, 1, $5, 'OPERATOR', 'BENCH', 'CASE', $6, link.head FROM link`;

/** Appends to the audit chains through the application and without it. */
export class AuditAppends {
  constructor(app, appUrl) {
    this.unitOfWork = app.get(UnitOfWork, { strict: false });
    this.trail = app.get(AuditTrail, { strict: false });
    this.appUrl = appUrl;
  }

  /** Opens the connections of the raw side and warms both up. */
  async prepare({ organizationId, parallel }) {
    this.scope = { organizationId, personId: null };
    this.connections = Array.from(
      { length: parallel },
      () => new pg.Client({ connectionString: this.appUrl }),
    );
    await Promise.all(this.connections.map((connection) => connection.connect()));
    await this.inUnits({ parallel, ms: 1_000 });
    await this.raw({ parallel, ms: 1_000 });
    await this.oneStatement({ parallel, ms: 500 });
  }

  /** One audited act per unit of work. */
  inUnits({ parallel, ms }) {
    const entry = { action: 'BENCH', subjectKind: 'CASE', subjectId: this.scope.organizationId };
    const work = async () => {
      this.trail.record(entry);
      return { ok: true, value: undefined };
    };
    return this.rate(parallel, ms, async () => void (await this.unitOfWork.run(this.scope, work)));
  }

  /** The same statements with prepared names and nothing around them. */
  raw({ parallel, ms }) {
    return this.rate(parallel, ms, async (index) => {
      const connection = this.connections[index];
      await connection.query('BEGIN');
      await this.scopeOf(connection, true);
      await connection.query(this.nextAppend());
      await connection.query('COMMIT');
    });
  }

  /** The statement alone; its connection has the scope for as long as the round lasts. */
  async oneStatement({ parallel, ms }) {
    for (const connection of this.connections) await this.scopeOf(connection, false);
    const outcome = await this.rate(
      parallel,
      ms,
      async (index) => void (await this.connections[index].query(this.nextAppend())),
    );
    for (const connection of this.connections) await connection.query('RESET ALL');
    return outcome;
  }

  scopeOf(connection, isLocal) {
    const values = [this.scope.organizationId, '', isLocal];
    return connection.query({ name: 'scope', text: SCOPE, values });
  }

  nextAppend() {
    const { organizationId } = this.scope;
    const values = [organizationId, randomInt(SHARDS), BODY, BODY, new Date(0), organizationId];
    return { name: 'append', text: APPEND, values };
  }

  rate(clients, ms, request) {
    return withOwnCpu(() => closedLoop({ clients, request, ms }));
  }
}
