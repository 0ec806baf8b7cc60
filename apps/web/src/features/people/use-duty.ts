import { useRead } from '../../api/use-read';
import type { FailureKind } from '../../api/outcome';
import { useMay } from '../../ui/may';
import { DutyListDocument, type DutyListQuery } from './people.documents';

export type Shift = DutyListQuery['dutyList'][number];

export interface Duty {
  readonly shifts: readonly Shift[];
  /** Whether my roles may see who is on duty. */
  readonly mayRead: boolean;
  readonly isLoading: boolean;
  readonly failure: FailureKind | null;
  readonly refresh: () => void;
}

const NOBODY: readonly Shift[] = [];

/** Who is on duty now; it follows the live feed. */
export function useDuty(): Duty {
  const mayRead = useMay()('dutyList');
  const { data, failure, isLoading, refresh } = useRead(
    DutyListDocument,
    {},
    { topics: ['duty'], isPaused: !mayRead },
  );
  return {
    shifts: data?.dutyList ?? NOBODY,
    mayRead,
    isLoading: data === null && isLoading,
    failure,
    refresh,
  };
}
