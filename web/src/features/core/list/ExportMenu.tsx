import { useWorkspace } from "@/ui/shell/useWorkspace";
import { FilesMenu } from "./FilesMenu";
import { exportAddress } from "./lists";
import type { List } from "./useList";

interface Props {
  list: List;
}

/** The list as it is filtered and sorted, all of it, with the columns shown. */
export function ExportMenu({ list }: Props) {
  const workspace = useWorkspace();
  const { kind, productId, state, within } = list;
  const columns = ["key", ...state.columns.filter((name) => name !== "key")];
  return (
    <FilesMenu
      addressIn={(format) =>
        exportAddress({ kind, productId, state, within }, format, columns, workspace)
      }
    />
  );
}
