import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { portalPath } from "./wishes";

interface Props {
  slug: string;
  leavingKey: string;
}

/** Ends the mail of a portal, by the link in each of its mails. */
export function LeavePage({ slug, leavingKey }: Props) {
  const { t } = useTranslation();
  const leave = useMutation({
    mutationFn: () => http.post(`${portalPath(slug)}/unsubscription`, { key: leavingKey }),
  });
  return (
    <Door
      title={t(leave.isSuccess ? "wishes.left" : "wishes.leave")}
      lead={t(leave.isSuccess ? "wishes.leftLead" : "wishes.leaveLead")}
    >
      <ProblemNote fault={leave.error} />
      {!leave.isSuccess && (
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {t("wishes.leaveDo")}
        </Button>
      )}
    </Door>
  );
}
