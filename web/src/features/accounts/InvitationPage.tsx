import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Door } from "@/ui/Door";
import { LoadingState } from "@/ui/LoadingState";
import { invitationQuery } from "./accounts";
import { InvitationForm } from "./InvitationForm";

interface Props {
  token: string;
}

export function InvitationPage({ token }: Props) {
  const { t } = useTranslation();
  const { data: invitation, error } = useQuery(invitationQuery(token));
  if (invitation) return <InvitationForm token={token} invitation={invitation} />;
  if (!error) return <LoadingState rows={3} />;
  return (
    <Door
      title={error.isUnsent ? error.title : t("invitation.goneTitle")}
      lead={error.isUnsent ? error.detail : t("invitation.gone")}
    >
      <Anchor renderRoot={(props) => <Link {...props} to="/sign-in" />}>{t("signIn.title")}</Anchor>
    </Door>
  );
}
