/** The one version that the sandbox speaks, and that its events are written in. */
export const API_VERSION = '2026-10-28.endive';
