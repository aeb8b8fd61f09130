import type { PeekProps } from "@/ui/shell/registry";
import { CustomerView } from "./CustomerView";

export default function CustomerPeek({ id }: PeekProps) {
  return <CustomerView id={id} place="peek" />;
}
