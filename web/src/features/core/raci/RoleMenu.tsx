import { Menu, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RaciLetter } from "./RaciLetter";
import type { Role } from "./raci";

interface Props {
  opened: boolean;
  may: readonly Role[];
  now: Role | null;
  onPick: (role: Role | null) => void;
  onClose: () => void;
  /** Which cell it is. */
  label: string;
  children: ReactNode;
}

/** The roles that may be given in a cell; only the open one is there at all, of a matrix with thousands of cells. */
export function RoleMenu({ opened, may, now, onPick, onClose, label, children }: Props) {
  const { t } = useTranslation();
  if (!opened) return children;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom"
      width={260}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton tabIndex={-1} aria-label={label}>
          {children}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {may.map((role) => (
          <Menu.Item
            key={role}
            leftSection={<RaciLetter role={role} />}
            disabled={role === now}
            onClick={() => onPick(role)}
          >
            {t(`raci.role.${role}`)}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconX size={16} aria-hidden />}
          disabled={now === null}
          onClick={() => onPick(null)}
        >
          {t("raci.role.none")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
