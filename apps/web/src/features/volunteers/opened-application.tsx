import type { ReactNode } from 'react';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { ApplicationDocument } from './applications.documents';
import { ApplicationDetail } from './application-detail';

/** One application, whichever way somebody came to its address. */
export function OpenedApplication({
  id,
  changed,
}: {
  readonly id: string;
  /** Reads the list anew. */
  readonly changed: () => void;
}): ReactNode {
  const { data, failure, refresh } = useRead(ApplicationDocument, { input: { applicationId: id } });
  if (data === null) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  const application = data.volunteerApplication;
  if (isRefusal(application)) return <NotHere />;
  const refreshAll = (): void => {
    refresh();
    changed();
  };
  return <ApplicationDetail application={application} changed={refreshAll} />;
}
