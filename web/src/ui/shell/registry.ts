import type { ComponentType } from "react";
import type { Kind, ObjectRef } from "@/api/types";

/** Where features plug in. Each calls these from its own `src/features/<area>/register.ts`. */

export interface PeekProps {
  id: string;
  /** Beside another page, unless it is said to be a page of its own. */
  place?: "page" | "peek";
}

export interface CreateProps {
  /** Close, and let the shell say what was made and offer to open it. */
  onCreated: (made: ObjectRef) => void;
  onCancel: () => void;
}

export interface Creatable {
  kind: Kind;
  Form: ComponentType<CreateProps>;
  /** Place in the menu, low first: 10s product, 100s project. */
  order: number;
  /** The word of the session's `can` without which it is not offered. */
  needs?: string;
}

const peekOf = new Map<string, ComponentType<PeekProps>>();
const pageOf = new Map<string, ComponentType<PeekProps>>();
const createOf = new Map<string, Creatable>();

/** What the right panel shows for a kind. */
export function registerPeek(kind: Kind, Peek: ComponentType<PeekProps>): void {
  peekOf.set(kind, Peek);
}

/** What /$workspace/o/$kind/$key shows; a kind without one shows its peek, full width. */
export function registerPage(kind: Kind, Page: ComponentType<PeekProps>): void {
  pageOf.set(kind, Page);
}

/** A kind people can make from the Create menu, the palette and the C key. */
export function registerCreate(creatable: Creatable): void {
  createOf.set(creatable.kind, creatable);
}

export function peekFor(kind: string): ComponentType<PeekProps> | undefined {
  return peekOf.get(kind);
}

export function pageFor(kind: string): ComponentType<PeekProps> | undefined {
  return pageOf.get(kind) ?? peekOf.get(kind);
}

export function creatableFor(kind: string): Creatable | undefined {
  return createOf.get(kind);
}

/** What this person is offered to create, in the menu's order. */
export function creatables(can: Record<string, boolean>): Creatable[] {
  const offered = [...createOf.values()].filter(({ needs }) => !needs || can[needs]);
  return offered.sort((a, b) => a.order - b.order);
}
