/**
 * Keeps `clients` callers busy, each sending its next request when the last one is answered, until
 * the time is over or `until` is settled.
 *
 * @param {{ clients: number, request: (client: number) => Promise<void>, ms?: number,
 *   until?: Promise<unknown> }} load
 * @returns {Promise<{ latencies: number[], count: number, seconds: number }>} latencies in ms
 */
export async function closedLoop({ clients, request, ms, until = null }) {
  let isOver = false;
  const stop = () => (isOver = true);
  void until?.then(stop, stop);
  const begin = performance.now();
  const latencies = [];
  const loop = async (client) => {
    while (!isOver && (ms === undefined || performance.now() - begin < ms)) {
      const sentAt = performance.now();
      await request(client);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return { latencies, count: latencies.length, seconds: (performance.now() - begin) / 1000 };
}
