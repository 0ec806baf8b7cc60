import type { ApplicationsQuery } from './applications.documents';

export type Application = ApplicationsQuery['volunteerApplications']['edges'][number]['node'];
