import { Button, Group, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HealthBadge } from "@/ui/HealthBadge";
import { SAID, type Said } from "../overseeing/overseeing";
import { EvidenceList } from "./EvidenceList";
import type { StatusReport } from "./status";
import classes from "./status.module.css";

interface Props {
  report: StatusReport;
  /** Says another health with a reason, or with neither goes back to what is proposed. */
  onHealth?: (health: Said | "", reason: string) => void;
}

/** The health that readers are told, why the data propose it, and why somebody says otherwise. */
export function HealthSection({ report, onHealth }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { said, health, proposed, reasons, health_reason, compared, project } = report;
  return (
    <section aria-label={t("statusReport.health")}>
      <Group gap="sm">
        <HealthBadge health={said} />
        {compared && compared.was_health !== said && (
          <Text size="sm" c="dimmed">
            {t("statusReport.was", { health: t(`health.${compared.was_health}`) })}
          </Text>
        )}
        {onHealth && !isOpen && (
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            {t("statusReport.sayOther")}
          </Button>
        )}
        {onHealth && health && (
          <Button size="compact-xs" variant="subtle" onClick={() => onHealth("", "")}>
            {t("statusReport.takeProposed", { health: t(`health.${proposed}`) })}
          </Button>
        )}
      </Group>
      {health && (
        <Text size="sm" mt="xs">
          {t("statusReport.otherwise", { reason: health_reason, health: t(`health.${proposed}`) })}
        </Text>
      )}
      {reasons.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("statusReport.nothingKnown")}
        </Text>
      )}
      <ul className={classes.sentences}>
        {reasons.map(({ code, text, evidence }) => (
          <li key={`${code}-${text}`} className={classes.sentence}>
            <Text size="sm">{text}</Text>
            <EvidenceList projectId={project.id} evidence={evidence} />
          </li>
        ))}
      </ul>
      {onHealth && isOpen && (
        <OtherHealth
          said={said === "unknown" ? "on_track" : said}
          reason={health_reason}
          onClose={() => setOpen(false)}
          onSay={(next, reason) => {
            onHealth(next, reason);
            setOpen(false);
          }}
        />
      )}
    </section>
  );
}

interface OtherProps {
  said: Said;
  reason: string;
  onClose: () => void;
  onSay: (health: Said, reason: string) => void;
}

function OtherHealth({ said, reason: first, onClose, onSay }: OtherProps) {
  const { t } = useTranslation();
  const [health, setHealth] = useState<Said>(said);
  const [reason, setReason] = useState(first);
  return (
    <Stack gap="sm" mt="sm">
      <SegmentedControl
        size="xs"
        aria-label={t("statusReport.health")}
        value={health}
        data={SAID.map((value) => ({ value, label: t(`health.${value}`) }))}
        onChange={(value) => setHealth(value as Said)}
      />
      <Textarea
        label={t("statusReport.reason")}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button
          size="xs"
          disabled={reason.trim() === ""}
          onClick={() => onSay(health, reason.trim())}
        >
          {t("statusReport.say")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
      </Group>
    </Stack>
  );
}
