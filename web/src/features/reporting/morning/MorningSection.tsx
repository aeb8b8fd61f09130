import { Anchor, Group, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { MorningList } from "./MorningList";
import { isNobodys } from "./MorningPage";
import { morningQuery } from "./morning";

/** The morning list at the top of Home, for those who manage a project. */
export function MorningSection() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery(morningQuery);
  if (!data || isNobodys(data)) return null;
  return (
    <section aria-label={t("morning.title")}>
      <Group justify="space-between" px={8} maw={960}>
        <Title order={2} fz={13}>
          {t("morning.title")}
        </Title>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/$workspace/morning" params={{ workspace }} />
          )}
        >
          {t("morning.all")}
        </Anchor>
      </Group>
      <MorningList morning={data} />
    </section>
  );
}
