import { Button, Group, Modal, Select } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { baselinesQuery, isDay } from "../baselines/baselines";
import { DRAWINGS, fileAddress, type Made, PAPERS, UNITS } from "./files";

interface Props {
  projectId: string;
  beside?: string;
  /** Of a large plan: have the file made in the background. */
  onLarge?: (asked: Made) => void;
  onClose: () => void;
}

/** On which paper, over how much time and beside which baseline the chart is drawn. */
export function PrintModal({ projectId, beside, onLarge, onClose }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data: baselines } = useQuery(baselinesQuery(projectId));
  const [paper, setPaper] = useState<NonNullable<Made["paper"]>>("a4");
  const [unit, setUnit] = useState<NonNullable<Made["unit"]>>("fit");
  const [baseline, setBaseline] = useState(beside && !isDay(beside) ? beside : "");
  const address = (format: string, inline = false) =>
    fileAddress(projectId, {
      format,
      paper,
      unit,
      workspace,
      baseline: baseline || undefined,
      ...(inline && { inline }),
    });
  return (
    <Modal opened onClose={onClose} title={t("planFile.printTitle")}>
      <div className="nl-form">
        <Select
          label={t("planFile.paper")}
          data={PAPERS.map((value) => ({ value, label: t(`planFile.papers.${value}`) }))}
          value={paper}
          onChange={(next) => setPaper(PAPERS.find((each) => each === next) ?? "a4")}
          allowDeselect={false}
        />
        <Select
          label={t("planFile.unit")}
          data={UNITS.map((value) => ({ value, label: t(`planFile.units.${value}`) }))}
          value={unit}
          onChange={(next) => setUnit(UNITS.find((each) => each === next) ?? "fit")}
          allowDeselect={false}
        />
        <Select
          label={t("planFile.baseline")}
          data={[
            { value: "", label: t("planFile.noBaseline") },
            ...(baselines ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={baseline}
          onChange={(next) => setBaseline(next ?? "")}
          allowDeselect={false}
        />
        <Group justify="space-between">
          {!onLarge && (
            <Button
              component="a"
              href={address("pdf", true)}
              target="_blank"
              rel="noopener"
              leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
            >
              {t("planFile.open")}
            </Button>
          )}
          <Group gap="xs">
            {DRAWINGS.map((format) =>
              onLarge ? (
                <Button
                  key={format}
                  variant="default"
                  onClick={() => {
                    onLarge({ format, paper, unit, baseline_id: baseline || undefined });
                    onClose();
                  }}
                >
                  {format.toUpperCase()}
                </Button>
              ) : (
                <Button
                  key={format}
                  component="a"
                  href={address(format)}
                  download
                  variant="default"
                >
                  {format.toUpperCase()}
                </Button>
              ),
            )}
          </Group>
        </Group>
      </div>
    </Modal>
  );
}
