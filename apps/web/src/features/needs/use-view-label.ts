import { useTranslation } from 'react-i18next';
import { isUrgentOnly, type QueueFilter } from './queue-filter';
import type { Taxonomy } from './taxonomy';

/** A filter in words of the reader's language: a view has no name of its own, because a name could name a family. */
export function useViewLabel({ groups, labelOf }: Taxonomy): (filter: QueueFilter) => string {
  const { t } = useTranslation();
  return (filter) => {
    const groupOf = (code: string): string =>
      groups.find((group) => group.code === code)?.label ?? code;
    const parts = [
      ...(filter.mine ? [t('needs:filter.mine')] : []),
      ...(filter.unassigned ? [t('needs:filter.unassigned')] : []),
      ...(isUrgentOnly(filter) ? [t('needs:filter.urgent')] : filter.priorities),
      ...(filter.overdue ? [t('needs:filter.overdue')] : []),
      ...(filter.waitingForFunds ? [t('needs:filter.waitingForFunds')] : []),
      ...filter.states.map((state) => t(`codes:needState.${state}`)),
      ...(filter.region === '' ? [] : [t(`needs:region.${filter.region}`)]),
      ...filter.groups.map(groupOf),
      ...filter.codes.map(labelOf),
    ];
    const order = t(`needs:order.${filter.order}`);
    if (parts.length === 0) return order;
    return filter.order === 'SCORE' ? parts.join(' · ') : [...parts, order].join(' · ');
  };
}
