// The bar of people and groups, and the form for a new person.

import { ask, avatar, h, icon } from "./dom.js";
import { nameOf } from "./media.js";
import { LANGUAGES, currentLanguage, noteIn, t } from "./words.js";

export class PeopleBar {
  constructor(node, page) {
    this.node = node;
    this.page = page;
    this.chips = new Map();
    this.add = h("button", { class: "chip add", onclick: () => page.addPerson() });
    node.append(this.add);
  }

  label() {
    this.node.setAttribute("aria-label", t("people"));
    this.add.replaceChildren(icon("plus"), t("addPerson"));
  }

  /** Bring the bar up to date; buttons stay the same elements and keep the focus. */
  show() {
    const { page } = this;
    const everybody = page.everybody;
    for (const [id, chip] of this.chips) {
      if (everybody.includes(id)) continue;
      chip.remove();
      this.chips.delete(id);
    }
    for (const id of everybody) {
      if (!this.chips.has(id)) {
        this.chips.set(id, h("button", { class: "chip", onclick: () => page.show(id) }));
        this.add.before(this.chips.get(id));
      }
      this.fill(this.chips.get(id), id);
    }
  }

  fill(chip, id) {
    const { page } = this;
    const info = page.people.get(id) ?? page.groups.get(id);
    const name = info.title ?? nameOf(info);
    const unread = page.unread.get(id);
    const state = info.deleted ? t("accountDeleted") : info.blocked ? t("botBlocked") : noteIn(info.note);
    const isCurrent = page.isOpen(id) && page.current === id;
    chip.setAttribute("aria-pressed", String(page.isOpen(id)));
    if (isCurrent) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
    chip.classList.toggle("off", Boolean(info.blocked || info.deleted));
    chip.title = state ?? "";
    chip.replaceChildren(avatar(id, name),
      h("span", { class: "who" }, h("b", {}, name), state && h("small", {}, state)),
      unread ? h("span", { class: "badge", "aria-label": t("unread", unread) }, unread) : "");
  }

  reveal(id) {
    this.chips.get(id)?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  focus(id) {
    this.chips.get(id)?.focus();
  }
}

/** The form of a new person; null if it was left. */
export async function askPerson() {
  const languages = currentLanguage() === "ru" ? LANGUAGES : LANGUAGES.toReversed();
  const answer = await ask({
    title: t("addPerson"),
    fields: [
      { name: "first_name", label: t("firstName"), required: true, maxlength: 64, pattern: ".*\\S.*" },
      { name: "last_name", label: t("lastName"), maxlength: 64 },
      { name: "language_code", label: t("language"), options: languages },
    ],
    ok: t("add"),
  });
  if (!answer) return null;
  const { first_name, last_name, language_code } = answer;
  const known = last_name.trim() ? { last_name: last_name.trim() } : {};
  return { first_name: first_name.trim(), ...known, language_code };
}
