import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { SuspendPersonDocument } from './changes.documents';
import type { Colleague } from './use-colleagues';

/** Shuts a colleague out at once. Coming back takes an administrator and a second person. */
export function SuspendPerson({
  person,
  close,
  changed,
}: {
  readonly person: Colleague;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const suspending = useAct(SuspendPersonDocument);
  const name = person.displayName;
  return (
    <ActDialog
      title={t('people:suspend.title', { name })}
      about={t('people:suspend.about')}
      confirm={t('people:suspend.confirm')}
      isOpen
      isGrave
      close={close}
      act={() => suspending.run({ input: { personId: person.id } })}
      done={() => {
        toast(t('people:suspend.done', { name }));
        changed();
      }}
    />
  );
}
