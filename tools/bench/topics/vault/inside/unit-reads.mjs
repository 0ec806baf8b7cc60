import { DataSource } from 'typeorm';
import { closedLoop } from '../../../frame/closed-loop.mjs';
import { load } from '../../../frame/workspace.mjs';
import { withOwnCpu } from './own-cpu.mjs';

const { UnitOfWork } = await load('libs/platform/dist/index.js');

const READ = 'SELECT * FROM case_file WHERE id = $1';

/** The smallest request of all, one row by its id under row security, in a unit of work. */
export class UnitReads {
  constructor(app) {
    const source = app.get(DataSource, { strict: false });
    this.units = {
      named: new UnitOfWork(source),
      unnamed: new UnitOfWork(source, { preparedStatements: false }),
    };
  }

  /** @param kind `named` or `unnamed`: with prepared statements or without */
  read({ kind, organizationId, caseIds, parallel, ms }) {
    const unitOfWork = this.units[kind];
    const scope = { organizationId, personId: null };
    let next = 0;
    const request = async () => {
      const caseId = caseIds[next++ % caseIds.length];
      const rows = await unitOfWork.read(scope, () => unitOfWork.query(READ, [caseId]));
      if (rows.length !== 1) throw new Error('a case was not found');
    };
    return withOwnCpu(() => closedLoop({ clients: parallel, request, ms }));
  }
}
