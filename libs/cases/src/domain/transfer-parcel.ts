import type {
  ChannelLocator,
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
  StatusStory,
} from './sealed-contents.js';

/**
 * What one organisation tells another of a family that it hands over: who they are, how to reach them, the prisoners as
 * they are now. Notes of calls, verification, needs and money stay where they were made; consents are asked for anew.
 */
export interface TransferParcel {
  readonly codename: string;
  readonly region: string;
  readonly summary: string | null;
  readonly householdNotes: string | null;
  readonly members: readonly { readonly identity: MemberIdentity; readonly story: MemberStory }[];
  readonly prisoners: readonly {
    readonly identity: PrisonerIdentity;
    readonly story: PrisonerStory;
    /** The latest one. */
    readonly status: StatusStory | null;
  }[];
  readonly channels: readonly ChannelLocator[];
}
