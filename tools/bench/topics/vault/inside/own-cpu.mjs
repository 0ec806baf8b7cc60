/** Runs a load and tells its size and what it cost this process (CPU-ms); latencies stay here. */
export async function withOwnCpu(load) {
  const before = process.cpuUsage();
  const { count, seconds } = await load();
  const { user, system } = process.cpuUsage(before);
  return { count, seconds, insideMs: (user + system) / 1000 };
}
