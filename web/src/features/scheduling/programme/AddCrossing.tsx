import { Button, Group, NumberInput, Popover, Select, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/shown";
import { ObjectSearch } from "@/features/links/ObjectSearch";
import { ProblemNote } from "@/ui/ProblemNote";
import { LINKS } from "../kinds";
import type { WorkItem } from "../plan";
import { useCrossDeeds } from "./useCrossDeeds";

interface Props {
  item: WorkItem;
}

type Kind = Schemas["CrossLinkIn"]["kind"];
const SOUGHT = ["work_item"] as const;
const HOUR = 60;

/** Choose how, then the item of another project that this one waits for. */
export function AddCrossing({ item }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>("FS");
  const [hours, setHours] = useState<number | string>(0);
  const { link } = useCrossDeeds();
  const close = () => {
    setOpen(false);
    link.reset();
  };
  return (
    <Popover opened={isOpen} onDismiss={close} width={340} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() => setOpen((before) => !before)}
        >
          {t("programme.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Group grow>
            <Select
              size="xs"
              label={t("programme.kind")}
              allowDeselect={false}
              data={LINKS.map((value) => ({ value, label: t(`programme.kinds.${value}`) }))}
              value={kind}
              onChange={(next) => setKind((next ?? "FS") as Kind)}
              comboboxProps={{ withinPortal: false }}
            />
            <NumberInput
              size="xs"
              label={t("programme.lag")}
              value={hours}
              onChange={setHours}
              allowDecimal
            />
          </Group>
          <ObjectSearch
            kinds={SOUGHT}
            excludeId={item.id}
            isPending={link.isPending}
            onPick={(before) =>
              link.mutate(
                {
                  before: before.id,
                  after: item.id,
                  kind,
                  lag_minutes: Math.round(Number(hours) * HOUR) || 0,
                  lag_unit: "working",
                  reason: "",
                },
                { onSuccess: close },
              )
            }
          />
          <ProblemNote fault={link.error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
