import type { Schemas, Shown } from "@/api/shown";

export type Stakeholder = Shown<Schemas["StakeholderOut"]>;
export type Registered = Shown<Schemas["RegisteredOut"]>;
export type Telling = Schemas["TellingOut"];
export type SignOff = Schemas["SignOffOut"];
export type Signed = Schemas["SignedOut"];
export type Word = Schemas["VerdictOut"]["word"];

export const ATTITUDES = ["champion", "supportive", "neutral", "critical", "opposed"] as const;
