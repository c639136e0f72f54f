// Below the messages: the input field with its lists and buttons, or what stands in its place.

import { pickAttachment, sendFiles } from "./attach.js";
import { h, iconButton } from "./dom.js";
import { link } from "./entities.js";
import { CommandList } from "./commands.js";
import { nameOf, summary } from "./media.js";
import { replyKeyboard } from "./keyboard.js";
import { t } from "./words.js";

const MAX_TEXT = 4096;

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.context = null; // {kind: "reply" | "edit", message}
    this.keyboard = null;
    this.input = h("textarea", { rows: 1, "aria-label": t("message"), "aria-autocomplete": "list",
      oninput: () => this.typed(), onkeydown: (event) => this.key(event),
      onpaste: (event) => this.takeFiles(event, event.clipboardData) });
    this.commands = new CommandList(this.input, (text) => this.sendCommand(text));
    this.slash = iconButton("slash", t("commands"), () => this.commands.toggle(), { hidden: true });
    this.toggle = iconButton("keys", t("hideKeys"), () => this.foldKeyboard(!this.folded));
    this.menu = h("span");
    this.strip = h("div", { class: "strip", hidden: true });
    this.problem = h("p", { class: "problem", role: "alert" });
    this.form = h("form", { class: "field",
      onsubmit: (event) => { event.preventDefault(); this.send(); } },
    iconButton("attach", t("attach"), (event) => pickAttachment(chat, event.currentTarget),
      { "aria-haspopup": "menu" }),
    this.menu, this.input, this.slash, this.toggle,
    iconButton("send", t("send"), undefined, { type: "submit", class: "round send",
      onmousedown: (event) => event.preventDefault() }));
    this.keys = h("div", { class: "reply-keys", role: "group", "aria-label": t("keys") });
    this.writers = chat.isGroup && h("select", { "aria-label": t("writer"),
      onchange: () => chat.log.redraw() });
    this.open = h("div", {}, this.commands.node, this.strip, this.problem,
      this.writers && h("label", { class: "writer" }, h("span", {}, t("writer")), this.writers),
      this.form, this.keys);
    this.instead = h("div", { class: "instead" });
    this.node = h("footer", { class: "composer",
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => this.takeFiles(event, event.dataTransfer) }, this.open, this.instead);
    this.showKeyboard(null);
  }

  get isOpen() { return !this.open.hidden; }

  get writer() { return Number(this.writers.value) || this.chat.info.members[0]; }

  /** Show the field, or what Telegram shows in its place. */
  refresh() {
    const { chat } = this;
    const { blocked, deleted, members } = chat.info;
    const isNew = !chat.isGroup && !chat.log.size && chat.late === null;
    const act = (label, what) => h("button", { class: "big",
      onclick: () => chat.try(() => chat.post(what)) }, label);
    const instead = deleted ? h("p", {}, t("deletedNote"))
      : blocked ? act(t("unblock"), "unblock") : isNew ? act(t("start"), "open") : null;
    if (members) this.fillWriters(members);
    const kind = deleted ? "deleted" : blocked ? "blocked" : isNew ? "new" : "";
    if (this.kind === kind) return;
    const focused = this.node.contains(document.activeElement);
    this.kind = kind;
    this.open.hidden = Boolean(instead);
    this.instead.replaceChildren(...(instead ? [instead] : []));
    if (focused) this.focus();
  }

  focus() {
    (this.instead.querySelector("button") ?? this.input).focus();
  }

  fillWriters(members) {
    const { people } = this.chat.page;
    const known = members.filter((id) => people.has(id));
    const chosen = this.writers.value;
    if (this.writers.length === known.length) return;
    this.writers.replaceChildren(...known.map((id) =>
      h("option", { value: id }, nameOf(people.get(id)))));
    if (known.includes(Number(chosen))) this.writers.value = chosen;
  }

  showCommands(commands, menu) {
    this.commands.use(commands);
    this.slash.hidden = !commands.length;
    const app = menu?.type === "web_app" && link(menu.web_app.url, menu.text, this.chat.act,
      { class: "app" });
    this.menu.replaceChildren(...(app ? [app] : []));
  }

  showKeyboard(keyboard) {
    this.keyboard = keyboard;
    this.keys.classList.toggle("tall", keyboard?.resize_keyboard !== true);
    this.keys.replaceChildren(...(keyboard ? replyKeyboard(keyboard, this) : []));
    this.toggle.hidden = !keyboard;
    this.input.placeholder = keyboard?.input_field_placeholder ?? t("message");
    this.foldKeyboard(!keyboard);
  }

  foldKeyboard(folded) {
    const focused = this.keys.contains(document.activeElement);
    this.folded = folded;
    this.keys.hidden = folded;
    const label = t(folded ? "showKeys" : "hideKeys");
    this.toggle.title = label;
    this.toggle.setAttribute("aria-label", label);
    this.toggle.setAttribute("aria-expanded", String(!folded));
    if (folded && focused) this.input.focus();
  }

  /** A button of the reply keyboard was used. */
  used() {
    if (this.keyboard?.one_time_keyboard) this.foldKeyboard(true);
  }

  typed() {
    this.problem.textContent = "";
    this.grow();
    this.commands.filter(this.context?.kind === "edit" ? "" : this.input.value);
  }

  grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  key(event) {
    if (event.isComposing || this.commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.context) {
      this.leaveContext(this.context.kind === "edit");
    } else if (event.key === "ArrowUp" && !this.input.value && !this.context) {
      const last = this.chat.log.latest((message) => this.chat.isOwn(message) && message.text);
      if (last) event.preventDefault();
      if (last) this.edit(last);
    }
  }

  reply(message) {
    this.setContext("reply", message);
  }

  edit(message) {
    this.setContext("edit", message);
    this.write(message.text);
  }

  setContext(kind, message) {
    this.context = { kind, message };
    this.strip.hidden = false;
    this.strip.replaceChildren(
      h("div", {}, h("b", {}, t(kind === "edit" ? "editing" : "replying")),
        h("span", {}, summary(message))),
      iconButton("close", t("cancel"), () => this.leaveContext(kind === "edit")));
    this.input.focus();
  }

  leaveContext(clear) {
    this.context = null;
    this.strip.hidden = true;
    if (clear) this.write("");
    this.input.focus();
  }

  write(text) {
    this.input.value = text;
    this.typed();
  }

  async send() {
    const text = this.input.value;
    if (!text.trim() || this.sending) return;
    const { kind, message } = this.context ?? {};
    const id = message?.message_id;
    this.sending = true;
    const sent = await this.attempt(() => kind === "edit"
      ? this.chat.post("edit", { message_id: id, text })
      : this.chat.post("send", { text, reply_to: id }), text);
    this.sending = false;
    if (!sent) return;
    // What was typed while the message was on its way stays.
    this.write(this.input.value === text ? "" : this.input.value);
    if (this.context) this.leaveContext(false);
  }

  sendCommand(text) {
    this.write("");
    return this.attempt(() => this.chat.post("send", { text }), text);
  }

  /** Do `work`; if it fails, say why above the field. */
  async attempt(work, text = "") {
    const { length } = [...text];
    this.problem.textContent = length > MAX_TEXT ? t("tooLong", length) : "";
    if (length > MAX_TEXT) return null;
    try {
      return await work();
    } catch (error) {
      this.problem.textContent = error.message;
      return null;
    }
  }

  takeFiles(event, data) {
    if (!data?.files.length) return;
    event.preventDefault();
    sendFiles(this.chat, [...data.files]);
  }
}
