import { addressOf, type Query } from "@/api/http";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { FilesMenu } from "./FilesMenu";

interface Props {
  path: string;
  query?: Query;
  /** Is it drawn on pages too? */
  drawn?: boolean;
}

/** A table as a file. */
export function ExportLinks({ path, query, drawn }: Props) {
  const workspace = useWorkspace();
  return (
    <FilesMenu
      addressIn={(format) => addressOf(path, { ...query, format, workspace })}
      drawn={drawn}
    />
  );
}
