import { spawn } from 'node:child_process';
import { closedLoop } from '../../frame/closed-loop.mjs';
import { DeskClient } from '../../frame/desk-client.mjs';
import { withCpu } from '../../frame/processes.mjs';
import { median, percentile, ratioOfRounds } from '../../frame/statistics.mjs';
import { forgetAttempts } from './as-operator.mjs';

const CLIENTS = 4;
const LOGINS = 32;
const IDLE_MS = 4_000;
const LIGHT = '{ me { id } }';

const p99 = ({ latencies }) => percentile(latencies, 0.99);
const cpu = ({ applicationMs, postgresMs, count }) => (applicationMs + postgresMs) / count;

/** What everybody else notices of thirty-two people who sign in at the same moment. */
export const stormPart = {
  name: 'storm',
  figures: [
    {
      key: 'others_p99_ratio',
      unit: '×',
      goal: { atMost: 2 },
      says: 'others’ p99 under 32 logins ÷ idle',
    },
    {
      key: 'others_p99_ratio_busy_core',
      unit: '×',
      says: 'the limit: the same while a foreign process keeps one core busy',
    },
    { key: 'others_p50_ratio', unit: '×', says: 'the same of their median' },
    {
      key: 'others_idle_p99_ms',
      unit: 'ms',
      says: 'p99 of a light request, four clients, nobody signs in',
    },
    { key: 'others_storm_p99_ms', unit: 'ms', says: 'the same while 32 people sign in' },
    {
      key: 'light_request_cpu_ms',
      unit: 'ms',
      says: 'CPU of one light request, server and PostgreSQL',
    },
    { key: 'storm_s', unit: 's', says: 'until all 32 are signed in' },
  ],

  async prepare({ bench, desk, people, addresses }) {
    const others = new DeskClient(desk.port);
    const arrivals = new DeskClient(desk.port);
    bench.onClose(() => (others.close(), arrivals.close()));
    await forgetAttempts(addresses.adminUrl);
    const tokens = [];
    for (let client = 0; client < CLIENTS; client += 1) {
      tokens.push(await others.login(people[client]));
    }
    const request = async (client) => void (await others.ask(LIGHT, {}, tokens[client]));
    await closedLoop({ clients: CLIENTS, request, ms: bench.quick ? 500 : 3_000 });
    const idle = () => closedLoop({ clients: CLIENTS, request, ms: IDLE_MS });
    const busyCore = async () => {
      const other = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
      try {
        return await idle();
      } finally {
        other.kill('SIGKILL');
      }
    };
    const storm = async () => {
      await forgetAttempts(addresses.adminUrl);
      const logins = Array.from({ length: LOGINS }, (_, index) =>
        arrivals.login(people[index % people.length]),
      );
      const until = Promise.all(logins);
      const load = await closedLoop({ clients: CLIENTS, request, until });
      await until;
      return load;
    };
    return {
      rounds: bench.quick ? 1 : 6,
      variants: {
        idle: () => withCpu(desk.pid, idle),
        storm,
        busyCore,
      },
      figures: ({ idle, storm: loaded, busyCore: busy }) => ({
        others_p99_ratio: ratioOfRounds(loaded, idle, p99),
        others_p99_ratio_busy_core: ratioOfRounds(busy, idle, p99),
        others_p50_ratio: ratioOfRounds(loaded, idle, ({ latencies }) => median(latencies)),
        others_idle_p99_ms: median(idle.map(p99)),
        others_storm_p99_ms: median(loaded.map(p99)),
        light_request_cpu_ms: median(idle.map(cpu)),
        storm_s: median(loaded.map(({ seconds }) => seconds)),
      }),
    };
  },
};
