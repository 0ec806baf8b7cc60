import { Alert, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureKind } from '../api/outcome';

/** Shapes of rows while the first answer is on its way. */
export function Waiting({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" p="sm" role="status" aria-label={t('ui:waiting')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={32} />
      ))}
    </Stack>
  );
}

/** Nothing is here, and what that means on this screen. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Stack align="center" p="xl" gap={4} className="empty">
      <Title order={2} size="h5">
        {title}
      </Title>
      {children !== undefined && (
        <Text size="sm" c="dimmed" ta="center" maw={420} component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}

/** What went wrong on the way to the server, and what can be done about it. */
export function Failed({
  failure,
  retry,
}: {
  readonly failure: FailureKind;
  readonly retry?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" m="sm" role="alert" title={t(`ui:failure.${failure}.title`)}>
      <Text size="sm" mb="xs">
        {t(`ui:failure.${failure}.way`)}
      </Text>
      {retry !== undefined && (
        <Button size="xs" variant="default" onClick={retry}>
          {t('ui:retry')}
        </Button>
      )}
    </Alert>
  );
}

/** An address that leads nowhere, or not for this person: the desk does not say which. */
export function NotHere(): ReactNode {
  const { t } = useTranslation();
  return <Empty title={t('ui:notHere.title')}>{t('ui:notHere.about')}</Empty>;
}
