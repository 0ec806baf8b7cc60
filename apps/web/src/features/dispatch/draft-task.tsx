import {
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { DraftTaskDocument, KindsToAskDocument } from './desk.documents';
import { EMPTY_DRAFT, PLACES, PRIORITIES, SKILLS, TALKS, draftInput, type Draft } from './draft';
import { DraftFor } from './draft-for';
import { DraftDetails } from './draft-details';
import { countryName, languageName } from '../../ui/names';

/** A new task: what is asked of whom in clear, and what only the one who takes it will read. */
export function DraftTask({ drafted }: { readonly drafted: (taskId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const drafting = useAct(DraftTaskDocument, { isSealed: true });
  const kinds = useRead(KindsToAskDocument, {}).data?.taskKinds ?? [];
  const kind = kinds.find(({ code }) => code === draft.kind);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const input = draftInput(draft);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (input === null) return;
    const answer = await drafting.run({ input });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('dispatch:draft.done'));
    drafted(answer.done.taskId);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="draft-form">
      <Title order={2} size="h4" mb="sm">
        {t('dispatch:draft.title')}
      </Title>
      <Stack gap="sm">
        <Select
          label={t('dispatch:draft.kind')}
          searchable
          value={draft.kind === '' ? null : draft.kind}
          onChange={(value) => set({ kind: value ?? '', needId: null, caseId: null })}
          data={kinds.map(({ code }) => ({ value: code, label: t(`dispatch:kind.${code}`) }))}
        />
        {kind !== undefined && (
          <Text size="sm" c="dimmed">
            {t(kind.carriesPersonalData ? 'dispatch:draft.personal' : 'dispatch:draft.impersonal', {
              tier: kind.minimumTier,
              hours: kind.workHours,
            })}
          </Text>
        )}
        <DraftFor
          draft={draft}
          set={set}
          groups={kind?.needGroups ?? []}
          isTrusted={kind?.minimumTier === 'V3'}
        />
        <Group grow align="start">
          <NativeSelect
            label={t('dispatch:draft.priority')}
            value={draft.priority}
            onChange={(event) => set({ priority: event.currentTarget.value })}
            data={[{ value: '', label: t('dispatch:draft.ofKind') }, ...PRIORITIES]}
          />
          <Select
            label={t('dispatch:draft.country')}
            placeholder={t('dispatch:facts.fromHome')}
            searchable
            clearable
            value={draft.country}
            onChange={(country) => set({ country })}
            data={PLACES.map((value) => ({ value, label: countryName(value) }))}
          />
        </Group>
        <MultiSelect
          label={t('dispatch:draft.languages')}
          value={[...draft.languages]}
          onChange={(languages) => set({ languages })}
          data={TALKS.map((value) => ({ value, label: languageName(value) }))}
        />
        <MultiSelect
          label={t('dispatch:draft.skills')}
          value={[...draft.skills]}
          onChange={(skills) => set({ skills })}
          data={SKILLS.map((value) => ({ value, label: t(`volunteers:skill.${value}`) }))}
        />
        <Group grow align="start">
          <TextInput
            type="datetime-local"
            label={t('dispatch:draft.due')}
            value={draft.due}
            onChange={(event) => set({ due: event.currentTarget.value })}
          />
          <NumberInput
            label={t('dispatch:draft.minutes')}
            min={1}
            max={10_080}
            allowDecimal={false}
            value={draft.minutes}
            onChange={(value) => set({ minutes: typeof value === 'number' ? value : 0 })}
          />
        </Group>
        <Group grow align="start">
          <TextInput
            type="datetime-local"
            label={t('dispatch:draft.from')}
            value={draft.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            label={t('dispatch:draft.to')}
            value={draft.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </Group>
        <DraftDetails draft={draft} set={set} withContact={kind?.carriesPersonalData === true} />
        <OutcomeAlert outcome={outcome} />
        <Button type="submit" disabled={input === null} loading={drafting.isRunning}>
          {t('dispatch:draft.save')}
        </Button>
      </Stack>
    </form>
  );
}
