// One message: its bubble and its inline keyboard.

import { copy, h, iconButton } from "./dom.js";
import { formatted, link } from "./entities.js";
import { attachments, nameOf, serviceText, summary } from "./media.js";
import { t, timeOf } from "./words.js";

/** An element for `message`. `chat` is the `Chat` that shows it and does what is clicked. */
export function messageNode(message, chat) {
  const id = message.message_id;
  const service = serviceText(message);
  if (service) return h("p", { class: "service", "data-message": id, tabindex: -1 }, service);
  const author = message.from ? nameOf(message.from) : "";
  const rows = message.reply_markup?.inline_keyboard;
  const node = h("article", {
    class: `message${chat.isOwn(message) ? " own" : ""}${rows ? " wide" : ""}`,
    "data-message": id, "data-from": message.from?.id, tabindex: -1,
    "aria-label": `${author}, ${timeOf(message.date)}`,
  },
  h("div", { class: "bubble" },
    chat.isGroup && h("b", { class: `author hue${Math.abs(message.from?.id ?? 0) % 6}` }, author),
    forwarded(message), quote(message, chat), content(message, chat), meta(message)),
  rows && h("div", { class: "keys" }, rows.map((row) =>
    h("div", { class: "row" }, row.map((button) => inlineButton(button, message, chat))))),
  iconButton("dots", t("messageMenu"), (event) => chat.openMessageMenu(id, event.currentTarget),
    { class: "round more", tabindex: -1, "aria-hidden": "true" }));
  return node;
}

function content(message, chat) {
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const words = text
    && h("div", { class: "text", dir: "auto" }, formatted(text, entities, chat.act));
  const rest = attachments(message);
  return message.show_caption_above_media ? [words, rest] : [rest, words];
}

function meta(message) {
  const edited = message.edit_date && `${t("edited")} `;
  const moment = new Date(message.date * 1000).toISOString();
  return h("span", { class: "meta" }, edited,
    h("time", { datetime: moment }, timeOf(message.date)));
}

function forwarded({ forward_origin: origin }) {
  if (!origin) return null;
  const { sender_user: user, sender_chat: group, chat = group } = origin;
  const name = user ? nameOf(user) : origin.sender_user_name ?? chat?.title ?? t("somebody");
  return h("p", { class: "forwarded" }, t("forwarded", name));
}

function quote({ reply_to_message: old }, chat) {
  return old && h("button", { class: "quote", onclick: () => chat.jump(old.message_id) },
    h("b", {}, old.from ? nameOf(old.from) : ""), h("span", {}, summary(old)));
}

function inlineButton(button, message, chat) {
  const { text, url = button.web_app?.url, callback_data: data, copy_text: copied } = button;
  const look = { class: `key${/\S{16}/.test(text) ? " breaks" : ""}`, "data-style": button.style };
  if (url) return link(url, text, chat.act, { ...look, title: url });
  if (data !== undefined) {
    const onclick = (event) => chat.press(message, data, event.currentTarget);
    return h("button", { ...look, onclick }, text);
  }
  if (copied) {
    return h("button", { ...look, onclick: () => copy(copied.text, chat.node) }, text);
  }
  return h("button", { ...look, disabled: true, title: t("noAction") }, text);
}

/** Puts `fresh` in the place of `old`; a focused button keeps the focus in its new form. */
export function exchange(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const selector = focused?.matches(".key") ? ".key" : "button, a, [tabindex='0']";
  const place = [...old.querySelectorAll(selector)].indexOf(focused);
  old.replaceWith(fresh);
  if (!focused) return;
  const all = [...fresh.querySelectorAll(selector)];
  const same = all.find((node) => node.textContent && node.textContent === focused.textContent);
  (same ?? all[place] ?? all[0] ?? fresh).focus({ preventScroll: true });
}
