import { Suspense } from "react";
import type { Kind } from "@/api/types";
import { LoadingState } from "../LoadingState";
import { type PartPlace, partsFor } from "./parts";

interface Props {
  place: PartPlace;
  kind: Kind;
  id: string;
  colour?: string;
  /** They are all that a page shows: something stands in for them while they load. */
  isWhole?: boolean;
}

/** Everything the areas have registered for this place. */
export function ObjectParts({ place, kind, id, colour, isWhole = false }: Props) {
  return partsFor(place, kind).map((Part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: registered once, in one order
    <Suspense key={index} fallback={isWhole ? <LoadingState /> : null}>
      <Part id={id} colour={colour} />
    </Suspense>
  ));
}
