import { Text, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { noteWarnings } from '../../ui/note-warnings';

/** Free text that says, without stopping anybody, when it looks like it names or locates a person. Ctrl Enter sends. */
export function NoteArea({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const warnings = noteWarnings(value);
  const send = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <div>
      <Textarea
        label={label}
        description={t('cases:note.about')}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={send}
        rows={3}
        classNames={{ input: 'note-text' }}
        maxLength={2000}
        autoComplete="off"
      />
      <div role="status">
        {warnings.map((warning) => (
          <Text key={warning} size="sm" className="note-warning">
            {t(`cases:note.${warning}`)}
          </Text>
        ))}
      </div>
    </div>
  );
}
