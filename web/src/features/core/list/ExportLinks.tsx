import { addressOf, type Query } from "@/api/http";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { FilesMenu } from "./FilesMenu";

interface Props {
  path: string;
  query?: Query;
}

/** A table as a file. */
export function ExportLinks({ path, query }: Props) {
  const workspace = useWorkspace();
  return <FilesMenu addressIn={(format) => addressOf(path, { ...query, format, workspace })} />;
}
