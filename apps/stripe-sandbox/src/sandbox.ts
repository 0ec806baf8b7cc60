import { Control } from './control/control.js';
import { Api } from './http/api.js';
import { CallLog } from './http/call-log.js';
import { Faults } from './http/faults.js';
import { IdempotencyKeys } from './http/idempotency.js';
import { SandboxServer } from './http/server.js';
import { ROUTES } from './routes.js';
import type { StripeSandbox, StripeSandboxOptions } from './sandbox.type.js';
import { SandboxClock } from './state/clock.js';
import { EventLog } from './state/event-log.js';
import { SnapshotFile } from './state/snapshot-file.js';
import { Store } from './state/store.js';
import { Dispatcher } from './webhooks/dispatcher.js';
import type { World } from './world.js';

const BACK_OFF_MS = [250, 1_000, 4_000, 15_000, 60_000];
const PATIENCE_MS = 10_000;
const SETTLEMENT_SECONDS = 3 * 86_400;

type State = ReturnType<Store['dump']> & { readonly offsetMs: number };

/**
 * Starts the sandbox on loopback. With a state file it goes on where it stopped, events on their way
 * included. It holds no real money and no real data; its ids are random, its time is the clock's.
 */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const store = new Store();
  const clock = new SandboxClock(options.clock ?? (() => new Date()));
  const dump = (): State => ({ ...store.dump(), offsetMs: clock.offset });
  const file = new SnapshotFile(options.stateFile ?? null, dump);
  const onChange = (): void => file.touch();
  const dispatcher = new Dispatcher(store, {
    signatureClock: options.signatureClock ?? (() => new Date()),
    patienceMs: options.webhookPatienceMs ?? PATIENCE_MS,
    backOffMs: options.webhookBackOffMs ?? BACK_OFF_MS,
    onChange,
  });
  const events = new EventLog(store, clock, dispatcher, onChange);
  let address = options.publicUrl ?? '';
  const world: World = {
    store,
    clock,
    account: {
      delayedSettlementSeconds: options.delayedSettlementSeconds ?? SETTLEMENT_SECONDS,
    },
    publicUrl: () => address,
    emit: events.record,
  };
  const faults = new Faults();
  const calls = new CallLog();
  const keys = new IdempotencyKeys(store.notes);
  const api = new Api({ world, routes: ROUTES, keys, faults, calls, mark: events.mark, onChange });
  const control = new Control({ world, dispatcher, faults, calls, onChange });
  const server = new SandboxServer({ api, control, world, onChange });

  const saved = file.read() as State | undefined;
  if (saved) {
    store.load(saved);
    clock.restore(saved.offsetMs);
  }
  const port = await server.listen(options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  address = (options.publicUrl ?? url).replace(/\/$/, '');
  dispatcher.point(options.webhook);
  dispatcher.resume();

  return {
    port,
    url,
    control,
    setWebhook: (hookUrl, secret) => dispatcher.point({ url: hookUrl, secret }),
    stop: async () => {
      dispatcher.stop();
      await server.close();
      file.close();
    },
  };
}
