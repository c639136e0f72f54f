// One chat: a person's or a group's, with everything that is done in it.

import { Composer } from "./composer.js";
import { ask, avatar, copy, h, iconButton, openMenu, toast } from "./dom.js";
import { destination } from "./entities.js";
import { Log } from "./log.js";
import { nameOf, summary } from "./media.js";
import { get, post } from "./server.js";
import { noteIn, t } from "./words.js";

const TYPING = 5000;
const PATIENCE = 10000;

export class Chat {
  /** `page` knows the bot, the people and the groups. */
  constructor(id, page) {
    this.id = id;
    this.page = page;
    this.pinned = [];
    this.turn = 0;
    this.late = null; // events that came while the chat was being loaded
    this.act = {
      get bot() { return page.bot.username; },
      command: (text) => this.try(() => this.post("send", { text })),
      open: (payload) => this.try(() =>
        post(`people/${this.writer}/open`, payload ? { payload } : {})),
    };
    this.log = new Log(this);
    this.composer = new Composer(this);
    this.heading = h("div", { class: "heading" });
    this.pin = h("button", { class: "pin", hidden: true, title: t("pinned"),
      onclick: () => this.log.jump(this.pinned.at(-1)) });
    this.node = h("section", { class: "chat", "data-person": id },
      h("header", {}, this.heading,
        !this.isGroup && iconButton("dots", t("chatMenu"),
          (event) => this.openMenu(event.currentTarget), { "aria-haspopup": "menu" }),
        iconButton("close", t("closeChat"), () => page.close(id))),
      this.pin, this.log.node, h("div", { class: "toasts", role: "status" }), this.composer.node);
    this.refresh();
  }

  get info() { return this.page.people.get(this.id) ?? this.page.groups.get(this.id); }
  get isGroup() { return this.id < 0; }
  get name() { return this.info.title ?? nameOf(this.info); }
  get writer() { return this.isGroup ? this.composer.writer : this.id; }

  isOwn(message) {
    return this.isGroup ? message.from?.id === this.writer : !message.from?.is_bot;
  }

  /** The reader turns to this chat. */
  enter() {
    this.node.scrollIntoView({ inline: "nearest", block: "nearest" });
    // On a phone the focus would bring up the keyboard.
    if (!matchMedia("(hover: hover)").matches) return;
    this.composer.focus();
  }

  /** The person, the group or the bot may have changed. */
  refresh() {
    const { note, blocked, deleted, members } = this.info;
    const state = deleted ? t("accountDeleted") : blocked ? t("botBlocked") : noteIn(note);
    const line = members ? t("members", members.length) : state;
    this.node.setAttribute("aria-label", this.name);
    this.heading.replaceChildren(avatar(this.id, this.name), h("div", {}, h("h2", {}, this.name),
      this.typing ? h("p", { class: "typing" }, t("typing"))
        : line && h("p", { title: line }, line)));
    this.log.list.dataset.empty = this.description || t("empty");
    this.composer.refresh();
  }

  load() {
    this.loaded = this.reload();
  }

  /** Ask the server for everything. Events that come meanwhile wait. */
  async reload() {
    const turn = ++this.turn;
    this.late = [];
    this.log.list.setAttribute("aria-busy", "true");
    const chat = await this.try(() => get(`chats/${this.id}`));
    if (turn !== this.turn) return;
    if (chat) {
      this.log.show(chat.messages);
      this.showPin(chat.pinned);
      this.description = chat.description;
      this.composer.problem.textContent = "";
      this.composer.showCommands(chat.commands, chat.menu_button);
      // A keyboard that was folded away stays so.
      const isSame = JSON.stringify(chat.keyboard) === JSON.stringify(this.composer.keyboard);
      if (!isSame) this.composer.showKeyboard(chat.keyboard);
    }
    const late = this.late;
    this.late = null;
    late.forEach((event) => this.hear(event));
    this.refresh();
    this.log.list.removeAttribute("aria-busy");
  }

  hear(event) {
    if (this.late) return void this.late.push(event);
    switch (event.kind) {
      case "message":
        if (event.message.from?.is_bot) this.showTyping(false);
        this.log.arrive(event.message);
        this.composer.refresh();
        break;
      case "edited":
        this.log.put(event.message);
        if (this.pinned.includes(event.message.message_id)) this.showPin(this.pinned);
        break;
      case "deleted":
        this.log.remove(event.message_id);
        this.composer.refresh();
        break;
      case "keyboard": this.composer.showKeyboard(event.keyboard); break;
      case "pinned": this.showPin(event.pinned); break;
      case "typing": this.showTyping(true); break;
    }
  }

  showTyping(typing) {
    clearTimeout(this.typing);
    if (!typing && !this.typing) return;
    this.typing = typing ? setTimeout(() => this.showTyping(false), TYPING) : 0;
    this.refresh();
  }

  showPin(pinned) {
    this.pinned = pinned;
    const message = this.log.find(pinned.at(-1));
    this.pin.hidden = !message;
    if (message) this.pin.replaceChildren(h("b", {}, t("pinned")), h("span", {}, summary(message)));
  }

  /** A request as the one who writes here; throws what the server says. */
  post(what, body = {}) {
    const place = this.isGroup ? { group: this.id } : {};
    if (body instanceof FormData) {
      for (const [key, value] of Object.entries(place)) body.append(key, value);
      return post(`people/${this.writer}/${what}`, body);
    }
    return post(`people/${this.writer}/${what}`, { ...body, ...place });
  }

  /** The result of `work`; if it fails the reason is shown and the result is undefined. */
  async try(work) {
    try {
      return await work();
    } catch (error) {
      toast(this.node, error.message);
    }
  }

  /** Press a callback button; it waits until the bot answers. */
  async press(message, data, button) {
    if (button.getAttribute("aria-busy")) return;
    if (this.info.deleted) return toast(this.node, t("deletedNote"));
    button.setAttribute("aria-busy", "true");
    const rest = () => button.removeAttribute("aria-busy");
    const press = await this.try(() =>
      this.post("press", { message_id: message.message_id, data }));
    if (press) this.page.answers.expect(press.query_id, this, rest);
    else rest();
    setTimeout(rest, PATIENCE);
  }

  showAnswer({ text, show_alert: alert, url }) {
    if (url) this.openAddress(url);
    if (!text) return;
    if (alert) ask({ title: this.page.bot.first_name, text, ok: t("understood"), cancel: false });
    else toast(this.node, text);
  }

  openAddress(address) {
    const to = destination(address, this.act.bot);
    if (to?.payload) this.act.open(to.payload);
    else if (to) open(to.href, "_blank", "noopener");
  }

  jump(id) { this.log.jump(id); }

  openMessageMenu(id, anchor, spot) {
    const message = this.log.find(id);
    if (!message) return;
    const text = message.text ?? message.caption;
    const own = this.isOwn(message) && !this.info.blocked && !this.info.deleted;
    openMenu(anchor, [
      this.composer.isOpen && { text: t("reply"), act: () => this.composer.reply(message) },
      text && { text: t("copyText"), act: () => copy(text, this.node) },
      own && message.text && { text: t("edit"), act: () => this.composer.edit(message) },
      own && { text: t("remove"), danger: true,
        act: () => this.try(() => this.post("delete", { message_id: id })) },
    ].filter(Boolean), spot);
  }

  openMenu(anchor) {
    const { blocked, deleted } = this.info;
    const change = (what) => this.try(() => this.post(what));
    openMenu(anchor, deleted ? [{ text: t("closeChat"), act: () => this.page.close(this.id) }] : [
      blocked ? { text: t("unblock"), act: () => change("unblock") }
        : { text: t("block"), act: () => change("block") },
      !blocked && { text: t("deepLink"), act: () => this.askPayload() },
      { text: t("deactivate"), danger: true, act: () => this.deactivate() },
    ].filter(Boolean));
  }

  async askPayload() {
    const payload = { name: "payload", label: t("payload"), hint: t("payloadHint"), maxlength: 64,
      pattern: "[A-Za-z0-9_\\-]*" };
    const answer = await ask({ title: t("deepLink"), fields: [payload], ok: t("open") });
    if (answer) this.act.open(answer.payload);
  }

  async deactivate() {
    const sure = await ask({ title: t("deactivateAsk"), text: t("deactivateText", this.name),
      ok: t("remove"), danger: true });
    if (sure) this.try(() => this.post("deactivate"));
  }
}
