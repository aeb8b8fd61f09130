import { ActionIcon, Button, Group, Popover, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconFlask, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { PeekLink } from "@/ui/PeekLink";
import { PlanExperiment } from "../experiments/PlanExperiment";
import type { Assumption, Heard, RiskRead } from "../types";
import { useDeed } from "../useDeed";
import { VerdictMark } from "../VerdictMark";
import classes from "./Risks.module.css";

interface Props {
  ideaId: string;
  read: RiskRead;
  canEdit: boolean;
}

/** What speaks for and against: insights by hand, experiments by their verdict. */
export function RiskEvidence({ ideaId, read, canEdit }: Props) {
  const { t } = useTranslation();
  const [isPlanning, setPlanning] = useState(false);
  const deed = useDeed();
  const part = ({ link_id, insight }: Heard) =>
    deed.mutate({
      run: () => http.delete(`/links/${link_id}`),
      said: t("links.removed", { name: insight.key }),
    });
  return (
    <Stack gap="xs">
      <Side title={t("risk.for")} heard={read.insights_for} onPart={canEdit ? part : undefined} />
      <Side
        title={t("risk.against")}
        heard={read.insights_against}
        onPart={canEdit ? part : undefined}
      />
      {read.experiments.length > 0 && (
        <div>
          <Text size="xs" c="dimmed" fw={500} mb={4}>
            {t("experiment.several")}
          </Text>
          <ul className={classes.evidence}>
            {read.experiments.map((one) => (
              <li key={one.id} className={classes.heard}>
                <VerdictMark experiment={one} />
                <PeekLink kind="experiment" id={one.id} objectKey={one.key} fz="sm" truncate>
                  {one.title}
                </PeekLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {canEdit && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFlask size={14} aria-hidden />}
            onClick={() => setPlanning(true)}
          >
            {t("experiment.plan")}
          </Button>
          <AddEvidence ideaId={ideaId} read={read} />
        </Group>
      )}
      <PlanExperiment
        ideaId={ideaId}
        risk={read.risk}
        isOpen={isPlanning}
        onClose={() => setPlanning(false)}
      />
    </Stack>
  );
}

interface SideProps {
  title: string;
  heard: readonly Heard[];
  onPart?: (one: Heard) => void;
}

function Side({ title, heard, onPart }: SideProps) {
  const { t } = useTranslation();
  if (heard.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed" fw={500} mb={4}>
        {title}
      </Text>
      <ul className={classes.evidence}>
        {heard.map((one) => (
          <li key={one.link_id} className={classes.heard}>
            <PeekLink
              kind="insight"
              id={one.insight.id}
              objectKey={one.insight.key}
              fz="sm"
              truncate
            >
              {one.insight.key} {one.insight.title}
            </PeekLink>
            <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {t(`evidence.${one.evidence}`)}
            </Text>
            {onPart && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t("links.remove", { name: one.insight.key })}
                onClick={() => onPart(one)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AddEvidence({ ideaId, read: { risk, assumption } }: Omit<Props, "canEdit">) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [side, setSide] = useState("supports");
  const deed = useDeed();
  const link = async (insightId: string) => {
    const target =
      assumption ?? (await http.post<Assumption>(`/ideas/${ideaId}/assumptions`, { risk }));
    return http.post("/links", {
      type: side,
      source: { kind: "insight", id: insightId },
      target: { kind: "assumption", id: target.id },
    });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} width={360} trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t("risk.addEvidence")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t("risk.side")}
            value={side}
            onChange={setSide}
            data={[
              { value: "supports", label: t("risk.for") },
              { value: "contradicts", label: t("risk.against") },
            ]}
          />
          <ObjectSearch
            kinds={["insight"]}
            isPending={deed.isPending}
            onPick={({ id, key }) =>
              deed.mutate(
                { run: () => link(id), said: t("risk.linked", { name: key }) },
                { onSuccess: () => setOpen(false) },
              )
            }
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
