/** Names of the background work on gifts, as the queue knows them. */
export const DRAIN_TASK = 'drain-gift-events';
export const SEND_CALLS_TASK = 'send-gift-calls';
export const CATCH_UP_TASK = 'catch-up-gift-events';
