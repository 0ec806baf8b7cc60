import { Modal, Table } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping } from '../ui/keys';

const KEYS = ['Ctrl K', '/', 'j', 'k', 'Enter', 'Esc', '?'] as const;
const OPEN = 'open-keys-help';

/** Shows the keys; also what the menu does. */
export function openKeysHelp(): void {
  dispatchEvent(new Event(OPEN));
}

/** What each key does, on `?`. */
export function KeysHelp(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (): void => setOpen(true);
    const press = (event: KeyboardEvent): void => {
      if (event.key === '?' && !isTyping(event)) open();
    };
    addEventListener(OPEN, open);
    addEventListener('keydown', press);
    return () => {
      removeEventListener(OPEN, open);
      removeEventListener('keydown', press);
    };
  }, []);
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('shell:keys.title')}>
      <Table>
        <Table.Tbody>
          {KEYS.map((key) => (
            <Table.Tr key={key}>
              <Table.Td>
                <kbd>{key}</kbd>
              </Table.Td>
              <Table.Td>{t(`shell:keys.${key}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
