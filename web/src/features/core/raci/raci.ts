/** The roles of a responsibility matrix, from who answers to who is only told. */
export const ROLES = ["accountable", "shares", "consulted", "informed"] as const;
export type Role = (typeof ROLES)[number];

export const LETTERS: Record<Role, string> = {
  accountable: "A",
  shares: "R",
  consulted: "C",
  informed: "I",
};

/** The role that a pressed key names; null for none at all, undefined for any other key. */
export function roleOfKey(key: string): Role | null | undefined {
  if (["Delete", "Backspace", "-"].includes(key)) return null;
  return ROLES.find((role) => LETTERS[role] === key.toUpperCase());
}

/** How often each letter stands among these, in the order of the roles: "2 A · 1 I". */
export function counted(roles: readonly (Role | null)[]): string {
  return ROLES.map((role) => [roles.filter((one) => one === role).length, LETTERS[role]] as const)
    .filter(([count]) => count > 0)
    .map(([count, letter]) => `${count} ${letter}`)
    .join(" · ");
}
