import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ItemRow } from "@/features/core/ItemRow";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { HeardRow } from "../HeardRow";
import { voicesQuery } from "../queries";
import classes from "./Voices.module.css";

/** What speaks for a persona, the newest first, and which customers are of its segments. */
export function Voices({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: voices, error } = useQuery(voicesQuery(id));
  if (error && !voices) return <ProblemNote fault={error} />;
  if (!voices) return <LoadingState rows={3} />;
  return (
    <>
      {voices.heard.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("persona.silent")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {voices.heard.map((heard) => (
            <HeardRow key={heard.evidence.id} heard={heard} />
          ))}
        </ul>
      )}
      {voices.customers.length > 0 && (
        <section>
          <Title order={2} fz="sm" mt="lg" mb={4}>
            {t("persona.inSegments")}
          </Title>
          {voices.customers.map((customer) => (
            <ItemRow key={customer.id} item={customer} end={customer.segment} />
          ))}
        </section>
      )}
    </>
  );
}
