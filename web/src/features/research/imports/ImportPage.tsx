import { Anchor, Stepper } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { FileStep } from "./FileStep";
import classes from "./ImportPage.module.css";
import { ImportSteps } from "./ImportSteps";
import { type ResearchImport, researchImportQuery } from "./imports";

interface Props {
  /** The import under way, kept in the address so that it is found again. */
  importId: string | undefined;
  onImport: (importId: string | undefined) => void;
}

const STEPS = ["file", "mapping", "preview", "done"] as const;

/** Bring in an export of another tool: file, mapping, preview, done. */
export function ImportPage({ importId, onImport }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [previewing, setPreviewing] = useState(false);
  const { data, error } = useQuery({
    ...researchImportQuery(importId ?? ""),
    enabled: importId !== undefined,
  });
  return (
    <>
      <PageHeader
        title={t("researchImport.title")}
        lead={
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/$workspace/discover" params={{ workspace }} />
            )}
          >
            {t("researchImport.back")}
          </Anchor>
        }
      />
      <PageBody>
        <Stepper
          active={stepOf(importId === undefined ? undefined : data, previewing)}
          size="sm"
          mb="lg"
          allowNextStepsSelect={false}
          onStepClick={(step) => setPreviewing(step === 2)}
          classNames={{ stepLabel: classes.step, separator: classes.separator }}
        >
          {STEPS.map((step, at) => (
            <Stepper.Step
              key={step}
              label={t(`researchImport.step.${step}`)}
              allowStepSelect={data?.state === "ready" && at === 1 && previewing}
            />
          ))}
        </Stepper>
        {importId === undefined ? (
          <FileStep onTaken={({ id }) => onImport(id)} />
        ) : error && !data ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : data ? (
          <ImportSteps
            given={data}
            previewing={previewing}
            onPreview={setPreviewing}
            onAgain={() => {
              setPreviewing(false);
              onImport(undefined);
            }}
          />
        ) : (
          <LoadingState />
        )}
      </PageBody>
    </>
  );
}

function stepOf(given: ResearchImport | undefined, previewing: boolean): number {
  if (!given || given.state === "refused" || given.state === "reading") return 0;
  if (given.state === "imported") return 4;
  return previewing || given.state === "importing" ? 2 : 1;
}
