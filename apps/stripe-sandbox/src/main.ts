import { loadConfig } from './config.js';
import { startStripeSandbox } from './sandbox.js';

const TICK_MS = 1_000;

const sandbox = await startStripeSandbox(loadConfig(process.env));
process.stdout.write(`Stripe sandbox on ${sandbox.url} (no real money)\n`);

// Alone it lives in real time: what falls due happens without anybody moving the clock.
const ticking = setInterval(() => sandbox.control.advance({ seconds: 0 }), TICK_MS);

const stop = (): void => {
  clearInterval(ticking);
  void sandbox.stop();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
