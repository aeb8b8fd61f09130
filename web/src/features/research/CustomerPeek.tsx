import type { PeekProps } from "@/ui/shell/registry";
import { CustomerView } from "./CustomerView";

/** In the panel and, full width, on its own page. */
export default function CustomerPeek({ id }: PeekProps) {
  return <CustomerView id={id} />;
}
