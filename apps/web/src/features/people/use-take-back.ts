import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { refusalText } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { WithdrawSettingChangeDocument } from './limits.documents';

/** Takes back one's own change of a setting, and says what became of it. */
export function useTakeBack(changed: () => void): (settingChangeId: string) => void {
  const { t } = useTranslation();
  const { run } = useAct(WithdrawSettingChangeDocument);
  return (settingChangeId) => {
    void run({ input: { settingChangeId } }).then((answer) => {
      if (answer.kind === 'DONE') toast(t('people:limit.takenBack'));
      else
        toast(
          answer.kind === 'REFUSED' ? refusalText(answer.refusal) : t('people:limit.notTakenBack'),
        );
      changed();
    });
  };
}
