import type { ReactNode } from 'react';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { MyTaskDocument } from './mine.documents';
import { MyTask } from './my-task';
import { UnsentNote } from './unsent-note';
import { useSentReports } from './use-reports';

/** One task of mine, whichever way I came to its address. */
export function OpenedTask({ taskId }: { readonly taskId: string }): ReactNode {
  const options = { topics: ['task'] } as const;
  const { data, failure, refresh } = useRead(MyTaskDocument, { input: { taskId } }, options);
  useSentReports(refresh);
  if (data === null) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  if (isRefusal(data.myTask)) {
    return (
      <div className="page-frame narrow">
        <UnsentNote />
        <NotHere />
      </div>
    );
  }
  return <MyTask task={data.myTask} changed={refresh} />;
}
