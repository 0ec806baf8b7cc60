import { Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import { GrantAccessDocument, RevokeAccessDocument } from './access.documents';
import { useCaseAct, type ActProps } from './opened-case';

interface PersonActProps extends ActProps {
  readonly person: { readonly id: string; readonly displayName: string };
}

/** Signs the key for somebody who is on the case and waits for it. */
export function GrantAccess({ file, changed, close, person }: PersonActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(GrantAccessDocument, file);
  const [isStoryOnly, setStoryOnly] = useState(false);
  return (
    <ActDialog
      title={t('cases:grant.title', { person: person.displayName })}
      about={t(person.id === file.deputy?.id ? 'cases:grant.aboutDeputy' : 'cases:grant.about')}
      confirm={t('cases:grant.confirm')}
      isOpen
      close={close}
      act={() => send({ holderId: person.id, storyOnly: isStoryOnly })}
      done={changed}
    >
      <Switch
        label={t('cases:grant.storyOnly')}
        description={t('cases:grant.storyOnlyAbout')}
        checked={isStoryOnly}
        onChange={(event) => setStoryOnly(event.currentTarget.checked)}
      />
    </ActDialog>
  );
}

/** Ends what somebody can open, at once. */
export function RevokeAccess({ file, changed, close, person }: PersonActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(RevokeAccessDocument, file);
  return (
    <ActDialog
      title={t('cases:revoke.title', { person: person.displayName })}
      about={t('cases:revoke.about')}
      confirm={t('cases:revoke.confirm')}
      isOpen
      isGrave
      close={close}
      act={() => send({ holderId: person.id })}
      done={changed}
    />
  );
}
