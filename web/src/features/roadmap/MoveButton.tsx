import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowsRightLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useProduct } from "@/features/core/useProduct";
import { MoveModal } from "./MoveModal";
import type { Mover } from "./moving";

interface Props {
  productId: string;
  rows: readonly Mover[];
  size: "xs" | "compact-sm";
  onMoved: () => void;
}

/** Moves the chosen to another product; there only where there is another. */
export function MoveButton({ productId, rows, size, onMoved }: Props) {
  const { t } = useTranslation();
  const { products } = useProduct();
  const [isOpen, modal] = useDisclosure();
  if (products.length < 2) return null;
  return (
    <>
      <Button
        size={size}
        variant="default"
        leftSection={<IconArrowsRightLeft size={14} aria-hidden />}
        onClick={modal.open}
      >
        {t("move.verb")}
      </Button>
      {isOpen && (
        <MoveModal
          productId={productId}
          rows={rows}
          onClose={modal.close}
          onMoved={() => {
            modal.close();
            onMoved();
          }}
        />
      )}
    </>
  );
}
