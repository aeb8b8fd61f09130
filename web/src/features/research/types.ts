import type { Schemas, Shown } from "@/api/shown";
import type { ObjectRef } from "@/api/types";

export type Insight = Omit<Shown<Schemas["InsightOut"]>, "customer" | "merged_into"> & {
  customer: ObjectRef | null;
  merged_into: ObjectRef | null;
  /** Only while an edit of it is on its way: the answer names the customer. */
  customer_id?: string | null;
};
export type Opportunity = Shown<Schemas["OpportunityOut"]>;
export type Idea = Shown<Schemas["IdeaOut"]> & {
  /** Only while an edit of it is on its way: the answer names the owner. */
  owner_id?: string | null;
};
export type Customer = Omit<Shown<Schemas["CustomerOut"]>, "company"> & {
  company: ObjectRef | null;
  /** Only while an edit of it is on its way: the answer names the company. */
  company_id?: string | null;
};
