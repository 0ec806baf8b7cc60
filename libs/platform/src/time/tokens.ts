/** Injection tokens for what must be replaceable in tests (style.md habit 16). */
export const CLOCK = Symbol('Clock');
export const ID_GENERATOR = Symbol('IdGenerator');
export const APP_CONFIG = Symbol('AppConfig');
export const SERVER_KEYS = Symbol('ServerKeys');
