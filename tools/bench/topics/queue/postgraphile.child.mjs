// PostGraphile with the settings its manual recommends for production: the Amber preset, its own Node server, neither GraphiQL nor
// websockets nor plans in answers. It signs in as the desk’s role; the settings that row security reads come from the request’s
// token, as pgSettings. Statements are prepared and plans are kept by default.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { readScopes, scopeOf } from './scopes.mjs';

const { BENCH_APP_URL, BENCH_POOL_SIZE, PORT } = process.env;
const scopes = readScopes();

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: BENCH_APP_URL,
      schemas: ['bench_queue'],
      poolConfig: { max: Number(BENCH_POOL_SIZE) },
      pubsub: false,
    }),
  ],
  grafserv: { graphiql: false, websockets: false, watch: false },
  grafast: {
    explain: false,
    context: ({ node }) => {
      const { organizationId, personId } = scopeOf(scopes, node.req.headers.authorization);
      return {
        pgSettings: { 'app.organization_id': organizationId, 'app.person_id': personId },
      };
    },
  },
};

const instance = postgraphile(preset).createServ(grafserv);
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await instance.addTo(server);
const [answer] = server.listeners('request');
server.removeAllListeners('request').on('request', (request, response) => {
  if (request.url === '/health/ready') response.end('ready');
  else answer(request, response);
});
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
process.stdin.resume().on('end', () => process.exit(0));
