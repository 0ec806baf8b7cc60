import type { VolunteersQuery } from './volunteers.documents';

export type Volunteer = VolunteersQuery['volunteers']['edges'][number]['node'];
