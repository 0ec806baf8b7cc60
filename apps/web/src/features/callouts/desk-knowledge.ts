import i18next from 'i18next';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read';
import { OPERATION_PERMISSIONS } from '../../generated/permissions';
import { useMe } from '../../session/session';
import {
  CallOutDutyDocument,
  CallOutPeopleDocument,
  CallOutProtocolsDocument,
  type CallOutProtocolsQuery,
} from './list.documents';

export type Protocol = CallOutProtocolsQuery['callOutProtocols'][number];

/** Colleagues in one page of the interface; it allows no more. */
const PAGE = 50;

/** Whether my roles may call an operation; what I may not read is not asked for. */
function useMay(operation: keyof typeof OPERATION_PERMISSIONS): boolean {
  const { roles } = useMe();
  const allowed: readonly string[] = OPERATION_PERMISSIONS[operation].roles;
  return roles.some((role) => allowed.includes(role));
}

/** What is done at once, by trigger; nothing for roles that do not dispatch. */
export function useProtocols(): readonly Protocol[] {
  const isPaused = !useMay('callOutProtocols');
  return useRead(CallOutProtocolsDocument, {}, { isPaused }).data?.callOutProtocols ?? [];
}

/** What happened, in the language of the page; else as the country's own pack calls it. */
export function triggerLabel(code: string | null, protocols: readonly Protocol[] = []): string {
  if (code === null) return i18next.t('callouts:trigger.unknown');
  const key = `callouts:trigger.${code}`;
  if (i18next.exists(key)) return i18next.t(key);
  return protocols.find((protocol) => protocol.code === code)?.label ?? code;
}

export interface DeskPerson {
  readonly id: string;
  readonly displayName: string;
}

/** The people of the desk: by id for the timeline, and those who can stay with a family. */
export function usePeople(): {
  readonly nameOf: (id: string) => string | null;
  readonly owners: readonly DeskPerson[];
} {
  const isPaused = !useMay('colleagues');
  const { data } = useRead(CallOutPeopleDocument, { input: { first: PAGE } }, { isPaused });
  return useMemo(() => {
    const people = data?.colleagues.edges.map(({ node }) => node) ?? [];
    const owners = people.filter(
      ({ roles, standing }) =>
        standing === 'ACTIVE' && (roles.includes('CASEWORKER') || roles.includes('COORDINATOR')),
    );
    return {
      owners,
      nameOf: (id: string) => people.find((each) => each.id === id)?.displayName ?? null,
    };
  }, [data]);
}

/** Whether I am on duty now. */
export function useIsOnDuty(): boolean {
  const me = useMe();
  const isPaused = !useMay('dutyList');
  const shifts = useRead(CallOutDutyDocument, {}, { isPaused }).data?.dutyList ?? [];
  const now = Date.now();
  return shifts.some(
    ({ from, until, person }) =>
      person.id === me.id && Date.parse(from) <= now && Date.parse(until) > now,
  );
}
