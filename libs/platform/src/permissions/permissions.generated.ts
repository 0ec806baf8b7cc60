// Generated from docs/permissions.md by `npm run kinward -- permissions generate`. Do not edit.

export const ROLES = ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'VOLUNTEER', 'SECURITY_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] as const;

export type Role = (typeof ROLES)[number];

export interface OperationPermission {
  readonly kind: 'query' | 'mutation';
  readonly anonymous: boolean;
  readonly roles: readonly Role[];
}

export const OPERATION_PERMISSIONS = {
  login: { kind: 'mutation', anonymous: true, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'VOLUNTEER', 'SECURITY_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] },
  me: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'VOLUNTEER', 'SECURITY_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] },
  logout: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'VOLUNTEER', 'SECURITY_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] },
  signOutEverywhere: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'VOLUNTEER', 'SECURITY_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] },
  colleagues: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER', 'ADMINISTRATOR'] },
  openCase: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  recordHousehold: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  recordMember: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  recordPrisoner: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  linkPrisoner: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  recordPrisonerStatus: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  recordContactChannel: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  changeChannelTrust: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER', 'SECURITY_OFFICER'] },
  recordContactAttempt: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  agreeContactRhythm: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  planNextStep: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  giveConsent: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  withdrawConsent: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  recordVerification: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  transitionCase: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'] },
  assignCase: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  nameDeputy: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  handOverCase: { kind: 'mutation', anonymous: false, roles: ['CASEWORKER'] },
  grantAccess: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  releaseDeputyLock: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
  revokeAccess: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
  caseload: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
  caseList: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  caseFile: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  revealIdentity: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  disclosureLog: { kind: 'query', anonymous: false, roles: ['SECURITY_OFFICER', 'AUDITOR'] },
  recordNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  changeNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  rescoreNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  screenNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  assessNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  sendBackNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  approveNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  rejectNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  cancelNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  putOnWaitingList: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR'] },
  startRecurringNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  stopRecurringNeed: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  recurringNeeds: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER'] },
  needTaxonomy: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  needQueue: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  need: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  waitingList: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  saveNeedView: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  deleteNeedView: { kind: 'mutation', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  needViews: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'CASEWORKER', 'FINANCE_OFFICER'] },
  fundReport: { kind: 'query', anonymous: false, roles: ['COORDINATOR', 'FINANCE_OFFICER', 'FOUNDATION_MANAGER', 'AUDITOR'] },
} as const satisfies Record<string, OperationPermission>;

export type OperationName = keyof typeof OPERATION_PERMISSIONS;
