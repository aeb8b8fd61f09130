import { RichTextEditor as Frame, Link } from "@mantine/tiptap";
import type { AnyExtension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useTranslation } from "react-i18next";
import type { RichNode } from "@/api/types";
import { safeHref } from "./safeHref";

interface Props {
  doc: RichNode;
  onChange: (doc: RichNode) => void;
  /** Ctrl/⌘-Enter. */
  onSubmit?: () => void;
  autoFocus?: boolean;
  label?: string;
  placeholder?: string;
  /** What only some places can do, such as mentioning members. */
  extra?: AnyExtension;
  /** Where few words are usual: no headings. */
  isBrief?: boolean;
}

/** The editor itself, for forms; most places want RichText, which reads first. */
export default function RichTextEditor({
  doc,
  onChange,
  onSubmit,
  autoFocus,
  label,
  placeholder,
  extra,
  isBrief = false,
}: Props) {
  const { t } = useTranslation();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ link: false }),
      Link.configure({ isAllowedUri: (address) => safeHref(address) !== undefined }),
      Placeholder.configure({ placeholder: placeholder ?? t("text.edit") }),
      ...(extra ? [extra] : []),
    ],
    content: doc,
    autofocus: autoFocus ? "end" : false,
    // Tiptap would write a <style> of its own; Mantine's stylesheet has what it needs.
    injectCSS: false,
    editorProps: { attributes: { "aria-label": label ?? t("text.body"), role: "textbox" } },
    onUpdate: ({ editor: current }) => onChange(current.getJSON() as RichNode),
  });
  return (
    <Frame
      editor={editor}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit?.();
      }}
    >
      <Frame.Toolbar>
        <Frame.ControlsGroup>
          <Frame.Bold />
          <Frame.Italic />
          <Frame.Code />
          <Frame.Link />
        </Frame.ControlsGroup>
        <Frame.ControlsGroup>
          {!isBrief && <Frame.H2 />}
          <Frame.BulletList />
          <Frame.OrderedList />
          <Frame.Blockquote />
        </Frame.ControlsGroup>
      </Frame.Toolbar>
      <Frame.Content mih={isBrief ? 64 : 96} />
    </Frame>
  );
}
