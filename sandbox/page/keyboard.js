// The bot's keyboard below the input field.

import { askLocation, askOwnContact } from "./attach.js";
import { h } from "./dom.js";
import { link } from "./entities.js";
import { t } from "./words.js";

const ELSEWHERE = ["request_poll", "request_users", "request_chat", "request_managed_bot"];

/** Rows of buttons for a `ReplyKeyboardMarkup`. */
export function replyKeyboard(markup, composer) {
  return markup.keyboard.map((row) =>
    h("div", { class: "row" }, row.map((button) => replyButton(button, composer))));
}

function replyButton(button, composer) {
  const { text, style } = typeof button === "string" ? { text: button } : button;
  const look = { class: `key${/\S{16}/.test(text) ? " breaks" : ""}`, "data-style": style };
  if (button.web_app) return link(button.web_app.url, text, composer.chat.act, look);
  if (ELSEWHERE.some((kind) => button[kind])) {
    return h("button", { ...look, disabled: true, title: t("noAction") }, text);
  }
  const onclick = async () => { if (await act(button, text, composer)) composer.used(); };
  return h("button", { ...look, onclick }, text);
}

function act(button, text, composer) {
  if (button.request_contact) return askOwnContact(composer.chat);
  if (button.request_location) return askLocation(composer.chat);
  return composer.attempt(() => composer.chat.post("send", { text }));
}
