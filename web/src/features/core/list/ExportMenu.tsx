import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MakingFile } from "@/features/core/files/MakingFile";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { FilesMenu } from "./FilesMenu";
import { exportAddress, exportAsked } from "./lists";
import type { List } from "./useList";
import { countQuery } from "./useRows";

interface Props {
  list: List;
}

/** The list as it is filtered and sorted, all of it, with the columns shown; that of a long one is made in the background. */
export function ExportMenu({ list }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [making, setMaking] = useState<string | null>(null);
  const { kind, productId, state, within } = list;
  const asked = { kind, productId, state, within };
  const { data } = useQuery(countQuery(list));
  const columns = ["key", ...state.columns.filter((name) => name !== "key")];
  return (
    <>
      <FilesMenu
        addressIn={(format) => exportAddress(asked, format, columns, workspace)}
        onMake={data?.export_at_once === false ? setMaking : undefined}
      />
      {making && (
        <MakingFile
          path={`/lists/${kind}/exports`}
          asked={exportAsked(asked, making, columns)}
          means={t("list.large")}
          onClose={() => setMaking(null)}
        />
      )}
    </>
  );
}
