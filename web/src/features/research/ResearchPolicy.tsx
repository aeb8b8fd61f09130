import { Button, Group, NumberInput, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ERASES, type Policy, policyQuery, useSetPolicy } from "./interviews";

/** For how long interviews are kept and what is erased then: read by all, chosen by admins. */
export function ResearchPolicy() {
  const { t } = useTranslation();
  const { data: policy } = useQuery(policyQuery);
  if (!policy) return null;
  if (policy.can.edit) return <PolicyForm key={policy.version} policy={policy} />;
  return (
    <Text size="sm">
      {t("interview.policy", {
        count: policy.keep_days,
        what: t(`interview.erasing.${policy.erases}`).toLowerCase(),
      })}
    </Text>
  );
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<number | string>(policy.keep_days);
  const [erases, setErases] = useState(policy.erases);
  const save = useSetPolicy();
  const isSound = typeof days === "number" && days >= 1 && days <= 3_650;
  const isNew = days !== policy.keep_days || erases !== policy.erases;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) save.mutate({ version: policy.version, keep_days: days, erases });
      }}
    >
      <Group align="flex-end" gap="md">
        <NumberInput
          w={160}
          label={t("interview.keepDays")}
          min={1}
          max={3_650}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
        <Select
          w={320}
          maw="100%"
          label={t("interview.thenErase")}
          allowDeselect={false}
          data={ERASES.map((value) => ({ value, label: t(`interview.erasing.${value}`) }))}
          value={erases}
          onChange={(next) => setErases(ERASES.find((known) => known === next) ?? erases)}
        />
        <Button type="submit" disabled={!isSound || !isNew} loading={save.isPending}>
          {t("save")}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {t("interview.policyHint")}
      </Text>
    </form>
  );
}
