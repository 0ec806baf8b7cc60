import type { ReactNode } from 'react';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { VolunteerDocument } from './volunteers.documents';
import { VolunteerDetail } from './volunteer-detail';

/** One volunteer, whichever way somebody came to its address. */
export function OpenedVolunteer({
  id,
  changed,
}: {
  readonly id: string;
  /** Reads the list anew. */
  readonly changed: () => void;
}): ReactNode {
  const { data, failure, refresh } = useRead(VolunteerDocument, { input: { personId: id } });
  if (data === null) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  const volunteer = data.volunteer;
  if (isRefusal(volunteer)) return <NotHere />;
  const refreshAll = (): void => {
    refresh();
    changed();
  };
  return <VolunteerDetail volunteer={volunteer} changed={refreshAll} />;
}
