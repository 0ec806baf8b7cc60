// Counts the statements of one request, in a process with the application inside. It answers and ends.
import { startApplication } from '../../frame/application.mjs';
import { load } from '../../frame/workspace.mjs';

const { countStatements } = await load('libs/platform/dist/index.js');
const app = await startApplication();

process.on('message', async ({ token, requests }) => {
  try {
    const counts = [];
    for (const payload of requests) counts.push(await countOf(payload, token));
    process.send({ value: counts }, () => process.exit(0));
  } catch (error) {
    process.send({ error: error.stack }, () => process.exit(1));
  }
});
process.send('ready');
process.on('disconnect', () => process.exit(0));

/** Without BEGIN, set_config, COMMIT, which the counter leaves out, and the look-up of the session. */
async function countOf(payload, token) {
  const headers = { authorization: `Bearer ${token}` };
  const request = { method: 'POST', url: '/graphql', headers, payload };
  // Awaited inside: `inject` sends nothing before somebody waits for it.
  const { value, counter } = await countStatements(async () => await app.inject(request));
  if (value.statusCode !== 200 || value.json().errors !== undefined) throw new Error(value.payload);
  return counter.texts.filter((text) => !text.includes('find_session')).length;
}
