// A server that dies at a named point of one command (security.md test D5). The points are put around the parts from
// outside, so that no product code knows them.
import { Ledger } from '@kinward/ledger';
import { NeedMoney } from '@kinward/needs';
import { Outbox, UnitOfWork } from '@kinward/platform';
import { startTestDesk, TestClient } from '@kinward/testing';

const { at, addresses, token, operation, input, selection } = JSON.parse(process.argv[2]);
const die = () => process.kill(process.pid, 'SIGKILL');

const database = { name: 'shared', addresses, asOperator: () => [], drop: async () => undefined };
const desk = await startTestDesk({ database });
// A session of the killed server's database: signing in anew would only cost time.
const client = new TestClient(desk.app, token);

/** Dies before or after a method of an injected class. */
function crashAround(token, method, when) {
  const instance = desk.app.get(token, { strict: false });
  const original = instance[method].bind(instance);
  instance[method] = async (...parameters) => {
    if (when === 'before') die();
    const value = await original(...parameters);
    die();
    return value;
  };
}

const POINTS = {
  before_booking: () => crashAround(Ledger, 'book', 'before'),
  after_booking: () => crashAround(Ledger, 'book', 'after'),
  after_need: () =>
    ['reserved', 'released', 'delivered'].forEach((method) =>
      crashAround(NeedMoney, method, 'after'),
    ),
  after_news: () => crashAround(Outbox, 'publish', 'after'),
  after_commit: () => crashAround(UnitOfWork, 'run', 'after'),
};
POINTS[at]();
await client.ask('mutation', operation, input, selection);
process.exit(0);
