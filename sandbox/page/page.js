// The page: who is here, which chats are open, and what the server tells.

import { Answers } from "./answers.js";
import { Chat } from "./chat.js";
import { ClockBar } from "./clock.js";
import { h, toast } from "./dom.js";
import { PeopleBar, askPerson } from "./people.js";
import { get, listen, post } from "./server.js";
import { LANGUAGES, currentLanguage, switchLanguage, t, useZone } from "./words.js";

const COLUMN = 360;
const SOON = 150;
const one = (selector) => document.querySelector(selector);

class Page {
  constructor() {
    this.bot = {};
    this.people = new Map();
    this.groups = new Map();
    this.chats = new Map(); // every chat that was opened since the page was loaded
    this.unread = new Map();
    this.fitting = Math.max(1, Math.floor(innerWidth / COLUMN));
    this.turn = 0;
    this.late = null; // changes that came while the state was being loaded
    this.isFirst = true;
    this.open = JSON.parse(localStorage.getItem("open") ?? "null");
    this.current = Number(localStorage.getItem("current"));
    this.answers = new Answers();
    this.main = one("main");
    this.bar = new PeopleBar(one(".people"), this);
    this.clock = new ClockBar(one(".clock"));
    this.sight = new IntersectionObserver((seen) => this.saw(seen), { threshold: 0.5 });
    this.inSight = new Set();
    this.main.addEventListener("focusin", (event) => {
      const chat = event.target.closest("[data-person]");
      if (chat) this.turnTo(Number(chat.dataset.person));
    });
    document.addEventListener("visibilitychange", () => this.read());
    one(".language").addEventListener("click", () => this.changeLanguage());
    this.label();
  }

  start() {
    listen((event) => this.hear(event), () => { one(".banner").textContent = t("lost"); });
  }

  hear(event) {
    if (event.kind === "hello") return this.greet(event);
    if (this.late && (event.person || event.group)) return void this.late.push(event);
    switch (event.kind) {
      case "bot": return this.loadSoon();
      case "clock": return this.clock.show(event);
      case "person":
        this.people.set(event.chat, event.person);
        return this.refresh();
      case "group":
        if (event.group.deleted) this.groups.delete(event.chat);
        else this.groups.set(event.chat, event.group);
        return this.refresh();
      case "answer": return this.answers.hear(event, this.chats.get(event.chat));
    }
    if (event.kind === "message" && event.message.from?.is_bot && !this.isSeen(event.chat)) {
      this.unread.set(event.chat, (this.unread.get(event.chat) ?? 0) + 1);
      this.bar.show();
    }
    if (this.isOpen(event.chat)) this.chats.get(event.chat)?.hear(event);
  }

  greet({ server }) {
    if (server !== this.server) this.unread.clear();
    this.server = server;
    this.load();
  }

  /** Everything anew from the server; drafts stay. Changes that come meanwhile wait. */
  async load() {
    const turn = ++this.turn;
    this.late = [];
    const state = await get("state").catch((error) => toast(document.body, error.message));
    if (turn !== this.turn) return;
    if (state) this.take(state);
    const late = this.late;
    this.late = null;
    late.forEach((event) => this.hear(event));
  }

  take({ bot, clock, people, groups }) {
    one(".banner").textContent = "";
    this.bot = bot;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.groups = new Map(groups.filter(({ deleted }) => !deleted)
      .map((group) => [group.id, group]));
    useZone(clock.zone);
    this.clock.show(clock);
    const shown = [...this.chats.values()].filter(({ node }) => node.isConnected);
    this.refresh();
    this.bar.reveal(this.current);
    if (this.isFirst) this.chats.get(this.current)?.node.scrollIntoView({ inline: "nearest" });
    this.isFirst = false;
    shown.forEach((chat) => chat.node.isConnected && chat.load());
  }

  loadSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.load(), SOON);
  }

  get everybody() { return [...this.people.keys(), ...this.groups.keys()]; }

  /** Ids of the open chats. Until the reader chooses, and if all chosen are gone: what fits. */
  get shown() {
    const chosen = this.everybody.filter((id) => this.open?.includes(id));
    if (chosen.length || this.open?.length === 0) return chosen;
    return this.everybody.slice(0, this.fitting);
  }

  isOpen(id) { return this.shown.includes(id); }

  refresh() {
    document.title = this.bot.first_name;
    one("h1").textContent = this.bot.first_name;
    one(".name p").textContent = one("h1").title = t("about");
    const { shown } = this;
    this.chats.forEach((chat, id) => {
      if (shown.includes(id)) chat.refresh();
      else chat.node.remove();
    });
    shown.forEach((id, index) => this.place(id, shown.slice(index + 1)));
    if (!shown.includes(this.current)) this.turnTo(shown[0]);
    this.main.querySelector(".hint")?.remove();
    if (!shown.length) this.main.append(this.hint());
    this.markCurrent();
    this.bar.show();
  }

  /** Put the chat's column before those that follow it in the bar. */
  place(id, following) {
    if (!this.chats.has(id)) this.chats.set(id, new Chat(id, this));
    const chat = this.chats.get(id);
    if (chat.node.isConnected) return;
    const next = following.map((other) => this.chats.get(other)?.node)
      .find((node) => node?.isConnected);
    this.main.insertBefore(chat.node, next ?? null);
    this.sight.observe(chat.node);
    chat.load();
  }

  hint() {
    const nobody = !this.everybody.length;
    return h("div", { class: "hint" }, h("h2", {}, t(nobody ? "nobody" : "noneOpen")),
      h("p", {}, t(nobody ? "nobodyHint" : "noneOpenHint")),
      nobody && h("button", { class: "big", onclick: () => this.addPerson() }, t("addFirst")));
  }

  /** Open a chat, or turn to it if it is open. */
  async show(id) {
    if (!this.isOpen(id)) this.keep([...this.shown, id]);
    this.turnTo(id);
    this.refresh();
    await this.chats.get(id).loaded;
    this.chats.get(id).enter();
  }

  close(id) {
    this.keep(this.shown.filter((other) => other !== id));
    this.inSight.delete(id);
    this.refresh();
    this.bar.focus(id);
  }

  keep(open) {
    this.open = open;
    localStorage.setItem("open", JSON.stringify(open));
  }

  turnTo(id) {
    if (id === this.current) return;
    this.current = id;
    localStorage.setItem("current", id);
    this.markCurrent();
    this.bar.show();
    this.bar.reveal(id);
  }

  markCurrent() {
    for (const [id, { node }] of this.chats) node.classList.toggle("current", id === this.current);
  }

  saw(seen) {
    for (const { target, isIntersecting } of seen) {
      const id = Number(target.dataset.person);
      if (isIntersecting) this.inSight.add(id);
      else this.inSight.delete(id);
    }
    this.read();
  }

  isSeen(id) { return this.inSight.has(id) && !document.hidden; }

  read() {
    if (document.hidden) return;
    this.inSight.forEach((id) => this.unread.delete(id));
    this.bar.show();
  }

  async addPerson() {
    const given = await askPerson();
    if (!given) return;
    try {
      const person = await post("people", given);
      this.people.set(person.id, person);
      this.show(person.id);
    } catch (error) {
      toast(document.body, error.message);
    }
  }

  label() {
    document.documentElement.lang = currentLanguage();
    const other = LANGUAGES.find(([code]) => code !== currentLanguage());
    one(".language").replaceChildren(other[0].toUpperCase());
    one(".language").title = other[1];
    this.bar.label();
  }

  changeLanguage() {
    switchLanguage();
    const drafts = new Map([...this.chats].map(([id, chat]) => [id, chat.composer.input.value]));
    this.chats.forEach((chat) => chat.node.remove());
    this.chats.clear();
    this.label();
    this.refresh();
    this.clock.draw();
    this.chats.forEach((chat, id) => chat.composer.write(drafts.get(id)));
  }
}

/** Keeps the page above the keyboard of a phone where 100dvh does not. */
function followKeyboard() {
  if (visualViewport.scale !== 1) return;
  document.body.style.setProperty("--height", `${visualViewport.height}px`);
  scrollTo(0, 0);
}

visualViewport.addEventListener("resize", followKeyboard);
new Page().start();
