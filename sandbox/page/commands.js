// The list of the bot's commands above the input field: typed «/» filters it, arrows choose.

import { h } from "./dom.js";
import { t } from "./words.js";

let lists = 0;

export class CommandList {
  /** `send` gets the chosen command with its slash. */
  constructor(input, send) {
    this.input = input;
    this.send = send;
    this.commands = [];
    this.active = 0;
    this.id = `commands${++lists}`;
    this.node = h("div", { class: "commands", role: "listbox", id: this.id, hidden: true,
      "aria-label": t("commands") });
    input.setAttribute("aria-controls", this.id);
  }

  use(commands) {
    this.commands = commands;
    this.close();
  }

  toggle() {
    if (this.node.hidden) this.show(this.commands);
    else this.close();
    this.input.focus();
  }

  filter(text) {
    const start = /^\/([a-z0-9_]*)$/i.exec(text)?.[1].toLowerCase();
    const fits = start === undefined ? []
      : this.commands.filter(({ command }) => command.startsWith(start));
    this.show(fits);
  }

  show(commands) {
    this.node.hidden = !commands.length;
    this.node.replaceChildren(...commands.map(({ command, description }, index) =>
      h("div", { role: "option", id: `${this.id}-${index}`, "data-command": `/${command}`,
        onmousedown: (event) => event.preventDefault(), onclick: () => this.choose(index) },
      h("b", {}, `/${command}`), h("span", {}, description))));
    this.mark(0);
  }

  close() {
    this.show([]);
  }

  mark(index) {
    const options = [...this.node.children];
    this.active = (index + options.length) % (options.length || 1);
    options.forEach((option, at) =>
      option.setAttribute("aria-selected", String(at === this.active)));
    const option = options[this.active];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const text = this.node.children[index].dataset.command;
    this.close();
    this.send(text);
  }

  /** Whether the list has taken the key. */
  key(event) {
    if (this.node.hidden) return false;
    const { key } = event;
    if (key === "ArrowDown") this.mark(this.active + 1);
    else if (key === "ArrowUp") this.mark(this.active - 1);
    else if (key === "Escape") this.close();
    else if (key === "Enter" && !event.shiftKey) this.choose(this.active);
    else if (key === "Tab" && !event.shiftKey && this.input.value) {
      this.input.value = `${this.node.children[this.active].dataset.command} `;
      this.close();
    } else return false;
    event.preventDefault();
    return true;
  }
}
