/**
 * The person's own quick second edit is not a conflict with the first: what they saw was the version
 * before it. Follows a version along the chain of one's own writes.
 */
export class OwnVersions {
  private readonly next = new Map<string, number>();

  wrote(id: string, from: number, to: number): void {
    if (to > from) this.next.set(`${id}:${from}`, to);
  }

  /** The version that follows `seen` through one's own writes alone. */
  current(id: string, seen: number): number {
    let version = seen;
    for (;;) {
      const later = this.next.get(`${id}:${version}`);
      if (later === undefined) return version;
      version = later;
    }
  }
}
