// Presses of callback buttons and the bot's answers to them, which may come in any order.

const LATEST = 10000;

export class Answers {
  constructor() {
    this.waiting = new Map(); // query id -> {chat, rest}
    this.early = new Set(); // answered before the server told the page the id of the press
  }

  /** `rest` ends the waiting of the button that was pressed in `chat`. */
  expect(id, chat, rest) {
    if (this.early.delete(id)) rest();
    else this.waiting.set(id, { chat, rest });
  }

  /** An answer; without a press of this page it belongs to `chat`. */
  hear(answer, chat) {
    const { query_id: id } = answer;
    const press = this.waiting.get(id);
    this.waiting.delete(id);
    if (press) press.rest();
    else this.keepEarly(id);
    (press?.chat ?? chat)?.showAnswer(answer);
  }

  keepEarly(id) {
    this.early.add(id);
    setTimeout(() => this.early.delete(id), LATEST);
  }
}
