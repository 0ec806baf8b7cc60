/** How long a clean stop may take before the process ends anyway. */
const PATIENCE_MS = 10_000;

/** Stops once, in order, on Ctrl-C or a termination signal; a second signal ends at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    process.stdout.write('\nStopping …\n');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
