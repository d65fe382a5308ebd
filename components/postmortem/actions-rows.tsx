import { useTranslations } from "next-intl";
import { type PartFormProps, useRowWords } from "./part-form";
import { RowsForm } from "./rows-form";

const types = ["mitigate", "prevent", "detect", "process", "investigate"] as const;
const statuses = ["open", "doing", "done", "dropped"] as const;
const blank = { id: "", text: "", type: "prevent", owner: "", dueOn: "", status: "open", verifiedBy: "", tracker: "" };

/** What will be done, by whom and until when. */
export function ActionsRows({ action, of, document: { actions } }: PartFormProps) {
  const t = useTranslations("postmortem");
  const fields = [
    { name: "text", as: "area", label: t("actionText"), wide: 6 },
    { name: "owner", as: "line", label: t("actionOwner") },
    { name: "dueOn", as: "day", label: t("actionDue") },
    {
      name: "status",
      as: "choice",
      label: t("actionStatus"),
      half: true,
      options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      name: "type",
      as: "choice",
      label: t("actionOf"),
      half: true,
      options: types.map((value) => ({ value, label: t(`actionType.${value}`) })),
    },
    { name: "verifiedBy", as: "line", label: t("actionVerified") },
    { name: "tracker", as: "link", label: t("actionTracker") },
  ] as const;
  return (
    <RowsForm
      action={action}
      of={of}
      list="actions"
      blank={blank}
      drafts={actions.map(({ doneOn: _on, dueOn, ...row }) => ({ ...row, dueOn: dueOn ?? "" }))}
      fields={fields}
      words={useRowWords()}
    />
  );
}
