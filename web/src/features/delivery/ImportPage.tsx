import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { importQuery } from "./delivery";
import { ImportSteps } from "./ImportSteps";
import { ImportUpload } from "./ImportUpload";

interface Props {
  /** The import under way, kept in the address so that it is found again. */
  importId: string | undefined;
  onImport: (importId: string | undefined) => void;
}

/** Bring a plan in from Microsoft Project: upload, look at what was read, confirm. */
export function ImportPage({ importId, onImport }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data, error } = useQuery({
    ...importQuery(importId ?? ""),
    enabled: importId !== undefined,
  });
  return (
    <>
      <PageHeader
        title={t("import.title")}
        lead={
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/$workspace/projects" params={{ workspace }} />
            )}
          >
            {t("import.back")}
          </Anchor>
        }
        narrow
      />
      <PageBody narrow>
        {importId === undefined ? (
          <ImportUpload onTaken={({ id }) => onImport(id)} />
        ) : error && !data ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : data ? (
          <ImportSteps plan={data} onAgain={() => onImport(undefined)} />
        ) : (
          <LoadingState />
        )}
      </PageBody>
    </>
  );
}
