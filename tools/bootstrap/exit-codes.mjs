/** Of the compiler: the servers are built and the web application is not. `check` may still write the schema it waits for. */
export const ONLY_WEB_FAILED = 3;
