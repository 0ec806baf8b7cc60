import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { canUsePasskeys } from './passkey';
import { useSession, type SignInFailure } from './session';

/** E-mail and passphrase. Neither is kept by the browser's own form memory. */
export function SignInForm({ email: known }: { readonly email?: string }): ReactNode {
  const { t } = useTranslation();
  const { signIn, signInByPasskey } = useSession();
  const [email, setEmail] = useState(known ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [isRunning, setRunning] = useState(false);

  const enter = async (way: () => Promise<SignInFailure | null>): Promise<void> => {
    setRunning(true);
    setFailure(await way());
    setRunning(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void enter(() => signIn(email.trim(), passphrase.trim()));
  };

  return (
    <form onSubmit={submit} noValidate>
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
        {canUsePasskeys() && (
          <Button
            variant="default"
            disabled={isRunning}
            onClick={() => void enter(signInByPasskey)}
          >
            {t('session:signInByPasskey')}
          </Button>
        )}
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
