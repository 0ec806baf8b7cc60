import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/use-draft';
import { ActDialog } from '../../ui/act-dialog';
import { DraftLine } from '../../ui/draft-line';
import { toast } from '../../ui/toast';
import { CodeSelect } from './code-select';
import { NOTE_KINDS } from './codes';
import { AddCaseNoteDocument } from './contact.documents';
import { NoteArea } from './note-area';
import { useCaseAct, type ActProps } from './opened-case';

/** A note of a kind; nobody changes it afterwards. */
export function AddNote({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const send = useCaseAct(AddCaseNoteDocument, file);
  const [form, setForm] = useState({ kind: 'OBSERVATION', text: '' });
  const draft = useDraft({
    kind: 'CASE_NOTE',
    subjectId: file.id,
    value: form,
    restore: setForm,
  });
  return (
    <ActDialog
      title={t('cases:addNote.title', { codename: file.codename })}
      about={t('cases:addNote.about')}
      confirm={t('cases:addNote.confirm')}
      isOpen
      close={close}
      isReady={form.text.trim() !== ''}
      act={async () => {
        await draft.settle();
        return send(form);
      }}
      done={() => {
        draft.finish();
        toast(t('cases:addNote.done', { codename: file.codename }));
        changed();
      }}
    >
      <CodeSelect
        label={t('cases:addNote.kind')}
        codes={NOTE_KINDS}
        wordOf={(code) => t(`cases:noteKind.${code}`)}
        value={form.kind}
        change={(kind) => setForm({ ...form, kind })}
      />
      <NoteArea
        label={t('cases:addNote.text')}
        value={form.text}
        change={(text) => setForm({ ...form, text })}
      />
      <DraftLine draft={draft} />
    </ActDialog>
  );
}
