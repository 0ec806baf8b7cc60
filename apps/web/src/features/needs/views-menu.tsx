import { ActionIcon, Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import {
  codesInput,
  EMPTY_FILTERS,
  filterOfView,
  isSameView,
  type QueueFilter,
  type View,
} from './queue-filter';
import { useViewLabel } from './use-view-label';
import {
  ChooseNeedViewDocument,
  DeleteNeedViewDocument,
  NeedViewsDocument,
  SaveNeedViewDocument,
} from './views.documents';

/** My stored ways to look at the queue, the same on every device: `v` opens them. */
export function ViewsMenu({
  filter,
  change,
}: {
  readonly filter: QueueFilter;
  readonly change: (filter: QueueFilter) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const { data, refresh } = useRead(NeedViewsDocument, {});
  const saving = useAct(SaveNeedViewDocument);
  const choosing = useAct(ChooseNeedViewDocument);
  const deleting = useAct(DeleteNeedViewDocument);
  const labelOf = useViewLabel();
  useKeys({ v: () => setOpen((before) => !before) });
  const views = data?.needViews ?? [];
  const present = views.find((view) => isSameView(filterOfView(view), filter));
  const isWhole = isSameView(filter, EMPTY_FILTERS);

  const settle = (answer: ActOutcome<unknown>): void => {
    setOutcome(answer);
    refresh();
  };
  const save = async (view: QueueFilter, isDefault = false): Promise<void> => {
    const input = { filter: codesInput(view), orderBy: view.order, isDefault };
    settle(await saving.run({ input }));
  };
  const choose = async (view: View): Promise<void> => {
    settle(await choosing.run({ input: { viewId: view.isDefault ? null : view.id } }));
  };
  const drop = async (view: View): Promise<void> => {
    const answer = await deleting.run({ input: { viewId: view.id } });
    settle(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('needs:views.deleted'), () => void save(filterOfView(view), view.isDefault));
  };
  const take = (view: View): void => {
    setOpen(false);
    change({ ...filterOfView(view), codename: filter.codename });
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          rightSection={<kbd>v</kbd>}
          onClick={() => setOpen((before) => !before)}
        >
          {present === undefined ? t('needs:views.title') : labelOf(filterOfView(present))}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="views" role="dialog" aria-label={t('needs:views.title')}>
        <Stack gap={4}>
          {views.length === 0 && <Text size="sm">{t('needs:views.none')}</Text>}
          <ul className="views-list">
            {views.map((view) => {
              const label = labelOf(filterOfView(view));
              return (
                <li key={view.id}>
                  <Button
                    size="compact-sm"
                    variant={view === present ? 'light' : 'subtle'}
                    className="view-take"
                    aria-current={view === present ? 'true' : undefined}
                    onClick={() => take(view)}
                  >
                    {label}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-pressed={view.isDefault}
                    aria-label={t('needs:views.opensWith', { view: label })}
                    onClick={() => void choose(view)}
                  >
                    {view.isDefault ? t('needs:views.isDefault') : t('needs:views.makeDefault')}
                  </Button>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    aria-label={t('needs:views.delete', { view: label })}
                    onClick={() => void drop(view)}
                  >
                    <span aria-hidden>×</span>
                  </ActionIcon>
                </li>
              );
            })}
          </ul>
          {present === undefined && !isWhole && (
            <Button size="compact-sm" loading={saving.isRunning} onClick={() => void save(filter)}>
              {t('needs:views.keep', { view: labelOf(filter) })}
            </Button>
          )}
          {!isWhole && (
            <Group>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setOpen(false);
                  change(EMPTY_FILTERS);
                }}
              >
                {t('needs:views.whole')}
              </Button>
            </Group>
          )}
          <Text size="xs" c="dimmed">
            {t('needs:views.about')}
          </Text>
          <OutcomeAlert outcome={outcome} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
