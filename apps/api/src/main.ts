import { startKinward } from './start-kinward.js';

await startKinward();
