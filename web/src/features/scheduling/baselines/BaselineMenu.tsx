import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconPlus, IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { OnPlanView } from "../view";
import { baselinesQuery } from "./baselines";
import { SetBaseline } from "./SetBaseline";

interface Props {
  projectId: string;
  /** The baseline that is drawn beside the plan. */
  chosen: string | undefined;
  onView: OnPlanView;
  canSet: boolean;
}

const NONE = "none";

/** In the chart's bar of controls: which baseline is drawn, and setting another. */
export function BaselineMenu({ projectId, chosen, onView, canSet }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [setting, set] = useDisclosure();
  const { data: baselines = [] } = useQuery(baselinesQuery(projectId));
  const shown = baselines.find(({ id }) => id === chosen);
  return (
    <>
      <Menu position="bottom-start" withinPortal width={300}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant={shown ? "light" : "subtle"}
            color={shown ? undefined : "gray"}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {shown ? t("baseline.against", { name: shown.title }) : t("baseline.many")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {baselines.length > 0 && (
            <>
              <Menu.Label>{t("baseline.show")}</Menu.Label>
              <Menu.RadioGroup
                value={shown?.id ?? NONE}
                onChange={(id) => onView({ baseline: id === NONE ? undefined : id })}
              >
                <Menu.RadioItem value={NONE} closeMenuOnClick>
                  {t("baseline.none")}
                </Menu.RadioItem>
                {baselines.map(({ id, title, created_at }) => (
                  <Menu.RadioItem
                    key={id}
                    value={id}
                    closeMenuOnClick
                    rightSection={<small>{figures.date(created_at)}</small>}
                  >
                    {title}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Divider />
            </>
          )}
          {canSet && (
            <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={set.open}>
              {t("baseline.setDots")}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconTable size={14} aria-hidden />}
            onClick={() => onView({ view: "baselines" })}
          >
            {t("baseline.compare")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {setting && (
        <SetBaseline
          projectId={projectId}
          onSet={({ id }) => onView({ baseline: id })}
          onClose={set.close}
        />
      )}
    </>
  );
}
