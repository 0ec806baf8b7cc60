import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { AssignCaseDocument, HandOverCaseDocument, NameDeputyDocument } from './access.documents';
import { useCaseAct, type ActProps } from './opened-case';
import { PersonSelect } from './person-select';

interface PersonDialogProps {
  readonly title: string;
  readonly about: string;
  readonly confirm: string;
  readonly except: readonly (string | undefined)[];
  readonly act: (personId: string) => Promise<ActOutcome<unknown>>;
  readonly close: () => void;
  readonly changed: () => void;
}

function PersonDialog({ except, act, changed, ...words }: PersonDialogProps): ReactNode {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState('');
  return (
    <ActDialog {...words} isOpen isReady={personId !== ''} act={() => act(personId)} done={changed}>
      <PersonSelect
        label={t('cases:access.person')}
        value={personId}
        change={setPersonId}
        except={except}
      />
    </ActDialog>
  );
}

/** Gives the work; the key comes from somebody who holds it. */
export function AssignCase({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(AssignCaseDocument, file);
  return (
    <PersonDialog
      title={t('cases:assign.title', { codename: file.codename })}
      about={t('cases:assign.about')}
      confirm={t('cases:assign.confirm')}
      except={[file.assignee?.id]}
      act={(personId) => send({ personId })}
      close={close}
      changed={changed}
    />
  );
}

/** Names who stands in when the caseworker cannot. */
export function NameDeputy({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(NameDeputyDocument, file);
  return (
    <PersonDialog
      title={t('cases:deputy.title', { codename: file.codename })}
      about={t('cases:deputy.about')}
      confirm={t('cases:deputy.confirm')}
      except={[file.assignee?.id, file.deputy?.id]}
      act={(personId) => send({ personId })}
      close={close}
      changed={changed}
    />
  );
}

/** Passes work and key on in one act; the one who hands over holds nothing afterwards. */
export function HandOver({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(HandOverCaseDocument, file);
  return (
    <PersonDialog
      title={t('cases:handOver.title', { codename: file.codename })}
      about={t('cases:handOver.about')}
      confirm={t('cases:handOver.confirm')}
      except={[file.assignee?.id]}
      act={(toPersonId) => send({ toPersonId })}
      close={close}
      changed={changed}
    />
  );
}
