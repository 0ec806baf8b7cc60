import { useRead } from '../../api/use-read';
import { TaskKindsDocument } from './mine.documents';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Minutes in which a claim lapses: life and liberty, and everything else (domain.md C5). */
const CLAIM_MS = { urgent: 30 * MINUTE_MS, other: 12 * HOUR_MS } as const;
const DAY_HOURS = 24;

/** The longest that the present lease of a task can last: what a full ring stands for. */
export function useWholeLease(task: {
  readonly kind: string;
  readonly state: string;
  readonly priority: string;
}): number {
  const { data } = useRead(TaskKindsDocument, {});
  if (task.state === 'CLAIMED') return task.priority === 'P0' ? CLAIM_MS.urgent : CLAIM_MS.other;
  const kind = data?.taskKinds.find(({ code }) => code === task.kind);
  return (kind?.workHours ?? DAY_HOURS) * HOUR_MS;
}
