import type { RawMember } from '../../domain/reading/raw-submission.js';
import { UnreadableFile } from './unreadable-file.js';

/** Bytes of members that may wait for their rows, which are read afterwards. */
const MOST_BYTES = 200_000_000;

/** Members by the row they belong to, outside of the heap: a sheet of them comes in any order. */
export class MemberStore {
  private readonly parts = new Map<number, Buffer[]>();
  private bytes = 0;

  add(parent: number, member: RawMember): void {
    const part = Buffer.from(JSON.stringify(member), 'utf8');
    this.bytes += part.length;
    if (this.bytes > MOST_BYTES) throw new UnreadableFile('ZIP_TOO_LARGE');
    const before = this.parts.get(parent);
    if (before === undefined) this.parts.set(parent, [part]);
    else before.push(part);
  }

  /** Hands the members of a row out and forgets them. */
  take(parent: number): RawMember[] {
    const parts = this.parts.get(parent) ?? [];
    this.parts.delete(parent);
    return parts.map((part) => {
      const member = JSON.parse(part.toString('utf8')) as RawMember;
      part.fill(0);
      return member;
    });
  }
}
