export * from './result.js';
export * from './domain-error.js';
export * from './id.js';
export * from './clock.js';
export * from './paging.js';
export * from './money.js';
export * from './state-machine-document.js';
