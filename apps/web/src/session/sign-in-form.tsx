import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, type SignInFailure } from './session';

/** E-mail and passphrase. Neither is kept by the browser's own form memory. */
export function SignInForm({ email: known }: { readonly email?: string }): ReactNode {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const [email, setEmail] = useState(known ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [isRunning, setRunning] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRunning(true);
    setFailure(await signIn(email.trim(), passphrase.trim()));
    setRunning(false);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('session:email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="off"
          type="email"
          required
          data-autofocus
        />
        <PasswordInput
          label={t('session:passphrase')}
          description={t('session:passphraseHelp')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <SignInAlert failure={failure} />
        <Button type="submit" loading={isRunning} disabled={email === '' || passphrase === ''}>
          {t('session:signIn')}
        </Button>
      </Stack>
    </form>
  );
}

/** Why nobody was let in, in words. */
export function SignInAlert({ failure }: { readonly failure: SignInFailure | null }): ReactNode {
  const { t } = useTranslation();
  if (failure === null) return null;
  return <Alert color="red" variant="light" role="alert" title={t(`session:failure.${failure}`)} />;
}
