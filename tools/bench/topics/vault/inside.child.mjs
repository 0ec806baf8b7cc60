import { startApplication } from '../../frame/application.mjs';
import { AuditAppends } from './inside/audit-appends.mjs';
import { GrantOpenings } from './inside/grant-openings.mjs';
import { SealedFields } from './inside/sealed-fields.mjs';
import { UnitReads } from './inside/unit-reads.mjs';

const app = await startApplication();
const appends = new AuditAppends(app, process.env.BENCH_APP_URL);
const openings = new GrantOpenings(app);
const fields = new SealedFields();
const reads = new UnitReads(app);

const COMMANDS = {
  ready: async () => 'ready',
  prepareAudit: (input) => appends.prepare(input),
  appendInUnits: (input) => appends.inUnits(input),
  appendRaw: (input) => appends.raw(input),
  appendOneStatement: (input) => appends.oneStatement(input),
  readInUnits: (input) => reads.read(input),
  openCases: (input) => openings.openCases(input),
  countOpenings: (input) => openings.count(input),
  openFields: () => fields.open(),
  decryptRaw: () => fields.raw(),
};

process.on('message', async ({ command, input }) => {
  try {
    process.send({ value: await COMMANDS[command](input) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
// Ends through `exit`, so that a profile is written.
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
