export { startGiftDesk, type GiftDesk } from './gift-desk.js';
export { dumpDatabase, findInDataDirectory } from './dump.js';
export { ledgerAsText } from './ledger-as-text.js';
export { LiveClient, type SeenItem } from './live-client.js';
export { MovableClock } from './movable-clock.js';
export { prepareTemplate } from './prepare-template.js';
export { createTestDatabase, testAdminUrl, type TestDatabase } from './test-database.js';
export { startTestDesk, TestClient, type Answer, type TestDesk } from './test-desk.js';
export { testConfig, testServerKeys } from './test-settings.js';
