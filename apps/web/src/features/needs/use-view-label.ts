import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { isUrgentOnly, type QueueFilter } from './queue-filter';

/** A filter in words of the reader's language: a view has no name of its own, because a name could name a family. */
export function useViewLabel(): (filter: QueueFilter) => string {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  return (filter) => {
    const parts = [
      ...(filter.mine ? [t('needs:filter.mine')] : []),
      ...(filter.unassigned ? [t('needs:filter.unassigned')] : []),
      ...(isUrgentOnly(filter) ? [t('needs:filter.urgent')] : filter.priorities),
      ...(filter.overdue ? [t('needs:filter.overdue')] : []),
      ...(filter.waitingForFunds ? [t('needs:filter.waitingForFunds')] : []),
      ...filter.states.map((state) => t(`codes:needState.${state}`)),
      ...(filter.region === '' ? [] : [wordOf('regions', filter.region)]),
      ...filter.groups.map((code) => wordOf('needGroups', code)),
      ...filter.codes.map((code) => wordOf('needKinds', code)),
    ];
    const order = t(`needs:order.${filter.order}`);
    if (parts.length === 0) return order;
    return filter.order === 'SCORE' ? parts.join(' · ') : [...parts, order].join(' · ');
  };
}
