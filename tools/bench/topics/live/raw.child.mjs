// The limit: a web socket server that passes every notification on to everybody, as one frame made once. No session, no
// GraphQL, no order that survives a restart, nobody asked who may hear.
import pg from 'pg';
import { WebSocketServer } from 'ws';

const { BENCH_ADMIN_URL, BENCH_CHANNEL, PORT } = process.env;
const server = new WebSocketServer({ port: Number(PORT), host: '127.0.0.1' });
const listener = new pg.Client({ connectionString: BENCH_ADMIN_URL });
await listener.connect();
listener.on('notification', ({ payload }) => {
  const frame = Buffer.from(payload);
  for (const client of server.clients) client.send(frame, { binary: false });
});
await listener.query(`LISTEN ${BENCH_CHANNEL}`);
process.send({ tokens: [] });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
