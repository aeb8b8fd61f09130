import { Button, Menu, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowsSplit2, IconChevronDown, IconListDetails, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { OnPlanView } from "../view";
import { OpenScenario } from "./OpenScenario";
import { ScenariosModal } from "./ScenariosModal";
import { scenariosQuery } from "./scenarios";

interface Props {
  projectId: string;
  chosen: string | undefined;
  onView: OnPlanView;
  canOpen: boolean;
}

const PLAN = "plan";

/** In the head of a project: the plan itself, or one of its scenarios. */
export function ScenarioSwitch({ projectId, chosen, onView, canOpen }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [opening, open] = useDisclosure();
  const [listing, list] = useDisclosure();
  const { data: scenarios = [] } = useQuery(scenariosQuery(projectId));
  const shown = scenarios.find(({ id }) => id === chosen);
  const enter = (scenario: string | undefined) => onView({ scenario, view: "gantt" });
  return (
    <>
      <Menu position="bottom-end" withinPortal width={320}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconArrowsSplit2 size={16} stroke={1.6} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {shown ? shown.title : t("scenario.many")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={chosen ?? PLAN}
            onChange={(id) => enter(id === PLAN ? undefined : id)}
          >
            <Menu.RadioItem value={PLAN} closeMenuOnClick>
              {t("scenario.plan")}
            </Menu.RadioItem>
            {scenarios.map(({ id, title, finish, probability }) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                {title}
                <Text size="xs" c="dimmed">
                  {[
                    finish && t("plan.finishes", { date: figures.date(finish) }),
                    probability !== null && figures.percent(probability),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {canOpen && (
            <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={open.open}>
              {t("scenario.openDots")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconListDetails size={14} aria-hidden />} onClick={list.open}>
            {t("scenario.all")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opening && (
        <OpenScenario projectId={projectId} onOpened={({ id }) => enter(id)} onClose={open.close} />
      )}
      {listing && (
        <ScenariosModal
          projectId={projectId}
          onEnter={(id) => {
            enter(id);
            list.close();
          }}
          onClose={list.close}
        />
      )}
    </>
  );
}
