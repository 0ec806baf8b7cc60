import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Says that something is done, with a way back where there is one. */
export function toast(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  const goBack = (): void => {
    notifications.hide(id);
    undo?.();
  };
  notifications.show({
    id,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {undo !== undefined && (
          <Button size="compact-sm" variant="light" flex="none" onClick={goBack}>
            {i18next.t('ui:undo')}
          </Button>
        )}
      </Group>
    ),
  });
}
