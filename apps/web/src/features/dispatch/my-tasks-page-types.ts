import type { MyTasksQuery } from './mine.documents';

export type OwnTask = MyTasksQuery['myTasks']['edges'][number]['node'];
