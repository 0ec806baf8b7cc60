import { startApplication } from '../../frame/application.mjs';
import { load } from '../../frame/workspace.mjs';
import { raceOf } from './race.mjs';

const { ClaimTaskUseCase } = await load('libs/dispatch/dist/application/claim-task.use-case.js');
const { UnitOfWork } = await load('libs/platform/dist/index.js');
const app = await startApplication();
const claiming = app.get(ClaimTaskUseCase, { strict: false });
const unitOfWork = app.get(UnitOfWork, { strict: false });

/** One attempt as the server makes it, from the unit of work inwards. */
async function claim({ organizationId, attempts, parallel }) {
  return raceOf(attempts, parallel, async ({ taskId, personId }) => {
    const actor = { organizationId, personId };
    const outcome = await unitOfWork.run(actor, () => claiming.execute(actor, { taskId }));
    return outcome.ok;
  });
}

process.on('message', async ({ input }) => {
  try {
    process.send({ value: await claim(input) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
// Ends through `exit`, so that a profile is written.
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
