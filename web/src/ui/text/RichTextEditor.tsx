import { RichTextEditor as Frame, Link } from "@mantine/tiptap";
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
}

/** The editor itself, for forms; most places want RichText, which reads first. */
export default function RichTextEditor({ doc, onChange, onSubmit, autoFocus, label }: Props) {
  const { t } = useTranslation();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ link: false }),
      Link.configure({ isAllowedUri: (address) => safeHref(address) !== undefined }),
      Placeholder.configure({ placeholder: t("text.edit") }),
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
          <Frame.H2 />
          <Frame.BulletList />
          <Frame.OrderedList />
          <Frame.Blockquote />
        </Frame.ControlsGroup>
      </Frame.Toolbar>
      <Frame.Content mih={96} />
    </Frame>
  );
}
