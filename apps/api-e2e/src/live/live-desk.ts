import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@kinward/platform';
import { startWorker, type RunningWorker } from '@kinward/runtime';
import { LiveClient, startTestDesk, type TestDesk } from '@kinward/testing';

/** A desk that listens on a port, with the worker that places its news. */
export interface LiveDesk {
  readonly desk: TestDesk;
  readonly url: string;
  /** Somebody with an open connection; one session each. */
  connect(key: string): Promise<LiveClient>;
  /** Puts news into the outbox as a domain would. */
  publish(topic: string, ids: Readonly<Record<string, string>>, code?: string): Promise<void>;
  close(): Promise<void>;
}

export async function startLiveDesk(): Promise<LiveDesk> {
  const desk = await startTestDesk();
  await desk.app.listen(0, '127.0.0.1');
  const url = await desk.app.getUrl();
  const folder = mkdtempSync(join(tmpdir(), 'kinward-live-'));
  const { workerUrl } = desk.database.addresses;
  const logger = createLogger(join(folder, 'worker.log'));
  const worker: RunningWorker = await startWorker({ workerUrl, logger, jobs: [] });
  const clients: LiveClient[] = [];
  return {
    desk,
    url,
    connect: async (key) => {
      const { token } = await desk.as(key);
      const client = await LiveClient.connect(url, token);
      clients.push(client);
      return client;
    },
    publish: async (topic, ids, code = 'lantern') => {
      await desk.database.asOperator(
        `INSERT INTO outbox (organization_id, topic, payload)
         SELECT id, $2, $3 FROM organization WHERE code = $1`,
        [code, topic, JSON.stringify(ids)],
      );
    },
    close: async () => {
      for (const client of clients) client.socket.terminate();
      await worker.stop();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
