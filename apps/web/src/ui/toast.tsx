import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** The last message without a way back; it makes room for the next one, so that no way back has to wait in line. */
let plain: string | null = null;

/**
 * Says that something is done, with a way back where there is one.
 * @param forMs how long it can be read; as long as is usual where it is left out
 * @returns its id, for {@link hideToast}
 */
export function toast(message: string, undo?: () => void, forMs?: number): string {
  const id = crypto.randomUUID();
  if (plain !== null) notifications.hide(plain);
  plain = undo === undefined ? id : null;
  const goBack = (): void => {
    notifications.hide(id);
    undo?.();
  };
  notifications.show({
    id,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('ui:close') },
    ...(forMs === undefined ? {} : { autoClose: forMs }),
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
  return id;
}

/** Takes a message away before its time. */
export function hideToast(id: string): void {
  notifications.hide(id);
}
