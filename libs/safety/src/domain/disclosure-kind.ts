/** What was opened: a family, the details of a task, a request of the inbox. */
export const DISCLOSURE_KINDS = ['CASE', 'TASK', 'REQUEST'] as const;
