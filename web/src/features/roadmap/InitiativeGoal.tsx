import { SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LineField, LinesField } from "./LinesField";
import type { Fields, Initiative } from "./roadmap";

interface Props {
  initiative: Initiative;
  onEdit: (fields: Fields) => void;
}

/** Why, what of, and how one will know. */
export function InitiativeGoal({ initiative, onEdit }: Props) {
  const { t } = useTranslation();
  const canEdit = initiative.can.edit === true && initiative.archived_at === null;
  const heading = (name: "goal" | "features" | "metrics") => (
    <Text size="xs" c="dimmed" fw={600}>
      {t(`goals.${name}`)}
    </Text>
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
      <div>
        {heading("goal")}
        <LineField
          label={t("goals.goal")}
          value={initiative.goal}
          placeholder={t("goals.noGoal")}
          canEdit={canEdit}
          onSave={(goal) => onEdit({ goal })}
        />
      </div>
      <div>
        {heading("features")}
        <LinesField
          label={t("goals.features")}
          value={initiative.features}
          placeholder={t("goals.noFeatures")}
          canEdit={canEdit}
          onSave={(features) => onEdit({ features })}
        />
      </div>
      <div>
        {heading("metrics")}
        <LinesField
          label={t("goals.metrics")}
          value={initiative.metrics}
          placeholder={t("goals.noMetrics")}
          canEdit={canEdit}
          onSave={(metrics) => onEdit({ metrics })}
        />
      </div>
    </SimpleGrid>
  );
}
