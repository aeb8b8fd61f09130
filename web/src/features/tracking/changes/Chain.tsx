import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { ChangeRequest } from "./requests";
import { SubmitRequest } from "./SubmitRequest";

/** Who is asked to approve, in order, and what each said. */
export function Chain({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <section aria-label={t("request.chain")}>
      <Title order={2} size="h5" mb="xs">
        {t("request.chain")}
      </Title>
      {request.approvals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("request.nobodyAsked")}
        </Text>
      ) : (
        <List type="ordered" size="sm">
          {request.approvals.map(({ member, given_by: by, verdict, note, given_at: at }) => (
            <List.Item key={member.id}>
              <strong>
                {by && by.id !== member.id
                  ? t("request.insteadOf", { name: by.name, member: member.name })
                  : member.name}
              </strong>{" "}
              {verdict ? t(`request.is.${verdict}`) : t("request.waiting")}
              {at && `, ${figures.date(at)}`}
              {note && `: ${note}`}
            </List.Item>
          ))}
        </List>
      )}
      {request.can.submit && <SubmitRequest request={request} />}
    </section>
  );
}
