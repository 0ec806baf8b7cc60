import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toast';

interface Changed {
  readonly state: string;
  readonly awaitsSignatures: boolean;
}

/** Says what became of a decision: it counts and waits for others, or it has moved somebody on. */
export function useSayChanged(refresh: () => void): (change: Changed) => void {
  const { t } = useTranslation();
  return ({ state, awaitsSignatures }) => {
    toast(
      awaitsSignatures
        ? t('volunteers:signed.waits')
        : t('volunteers:signed.moved', { state: t(`volunteers:state.${state}`) }),
    );
    refresh();
  };
}
