import { Button, Group, Modal, NumberInput, Stack, Switch, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { PersonSelect } from "@/features/core/PersonSelect";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { type DeadlineGuard, type GuardIn, guardPath, type ItemGuard, useGuardDeed } from "./guard";

interface Props {
  projectId: string;
  /** The item whose deadline it is, else the project's. */
  item?: Pick<ItemGuard["item"], "id" | "title">;
  guard: DeadlineGuard;
  onClose: () => void;
}

const USUAL = 60;

/** Below which chance to warn, and whom to call when nobody answers. */
export function GuardForm({ projectId, item, guard, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [isOn, setOn] = useState(true);
  const [percent, setPercent] = useState<string | number>(
    guard.chance === null ? USUAL : Math.round(100 * guard.chance),
  );
  const [days, setDays] = useState<string | number>(guard.days);
  const [deputy, setDeputy] = useState<string | null>(guard.deputy?.id ?? null);
  const save = useGuardDeed<GuardIn>(
    projectId,
    (said) => http.put(guardPath(projectId, item?.id), said, { version: guard.version }),
    (now) => {
      onClose();
      void done(t(now.chance === null ? "forecast.guard.nowOff" : "forecast.guard.nowOn"));
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chance = isOn ? Number(percent) / 100 : null;
    save.mutate({ chance, days: Number(days), deputy_id: deputy });
  };
  return (
    <Modal opened onClose={onClose} title={item?.title ?? t("forecast.guard.title")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t(item ? "forecast.guard.leadOfItem" : "forecast.guard.lead")}</Text>
          <ProblemNote fault={save.error} />
          <Switch
            label={t("forecast.guard.isOn")}
            checked={isOn}
            onChange={(event) => setOn(event.currentTarget.checked)}
          />
          <NumberInput
            data-autofocus
            required
            disabled={!isOn}
            label={t("forecast.guard.below")}
            suffix=" %"
            min={1}
            max={99}
            value={percent}
            onChange={setPercent}
          />
          <PersonSelect
            disabled={!isOn}
            label={t("forecast.guard.deputy")}
            value={deputy}
            onChange={setDeputy}
          />
          <NumberInput
            required
            disabled={!isOn}
            label={t("forecast.guard.days")}
            min={1}
            max={30}
            value={days}
            onChange={setDays}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
