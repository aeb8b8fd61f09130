import { Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { toast } from "@/ui/toast";
import { GiveRole } from "./GiveRole";
import { GrantRow } from "./GrantRow";
import { type Grant, type RoleKind, rolesQuery } from "./roles";

interface Props {
  kind: RoleKind;
  id: string;
  mayGive: boolean;
  onClose: () => void;
}

/** Who does what on a product or a project. */
export function RolesModal({ kind, id, mayGive, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data: grants, error } = useQuery(rolesQuery(kind, id));
  const take = useMutation({
    mutationFn: (grant: Grant) => http.delete<void>(`/roles/${grant.id}`),
    onSuccess: (_gone, { member, role }) => {
      void done(t("role.taken", { name: member.name, role: t(`role.${role}`) }));
      return cache.invalidateQueries(rolesQuery(kind, id));
    },
    onError: (fault) => toast.failed(fault.detail),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`role.on.${kind}`)}
      size="lg"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("role.lead")}
        </Text>
        {error && !grants ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : !grants ? (
          <LoadingState rows={3} />
        ) : grants.length === 0 ? (
          <Text size="sm">{t("role.nobody")}</Text>
        ) : (
          <div>
            {grants.map((grant) => (
              <GrantRow
                key={grant.id}
                grant={grant}
                isLeaving={take.isPending && take.variables.id === grant.id}
                onTake={() => take.mutate(grant)}
              />
            ))}
          </div>
        )}
        {mayGive && <GiveRole kind={kind} id={id} />}
      </Stack>
    </Modal>
  );
}
