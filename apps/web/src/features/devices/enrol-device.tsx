import { Alert, Button, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { canUsePasskeys, makePasskey } from '../../session/passkey';
import { ActDialog } from '../../ui/act-dialog';
import { BeginPasskeyEnrolmentDocument, EnrolPasskeyDocument } from './devices.documents';

/** Asks for the passphrase, then the device asks its holder. */
export function EnrolDevice({ enrolled }: { readonly enrolled: () => void }): ReactNode {
  const { t } = useTranslation();
  const begin = useAct(BeginPasskeyEnrolmentDocument, { isSealed: true });
  const enrol = useAct(EnrolPasskeyDocument, { isSealed: true });
  const [isOpen, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [isWithoutPasskey, setWithoutPasskey] = useState(false);
  if (!canUsePasskeys()) return <Alert variant="light" title={t('devices:cannot')} />;

  const close = (): void => {
    setOpen(false);
    setPassphrase('');
    setWithoutPasskey(false);
  };
  const act = async (): Promise<ActOutcome<unknown>> => {
    setWithoutPasskey(false);
    const request = await begin.run({});
    if (request.kind !== 'DONE') return request;
    const answer = await makePasskey(request.done);
    if (answer === null) {
      setWithoutPasskey(true);
      return { kind: 'FAILED', failure: 'FAILED' };
    }
    return enrol.run({ input: { ...answer, passphrase: passphrase.trim() } });
  };
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('devices:enrol')}</Button>
      <ActDialog
        title={t('devices:enrol')}
        about={t('devices:enrolAbout')}
        confirm={t('devices:enrol')}
        isOpen={isOpen}
        isReady={passphrase !== ''}
        close={close}
        act={act}
        done={() => {
          setPassphrase('');
          enrolled();
        }}
      >
        <PasswordInput
          label={t('session:passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          required
          data-autofocus
        />
        {isWithoutPasskey && (
          <Alert color="yellow" variant="light" role="alert" title={t('devices:notMade')} />
        )}
      </ActDialog>
    </div>
  );
}
