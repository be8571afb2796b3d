/** Runs the script of the README's tour as `node -e` would, and keeps what it prints. */

import { compileFunction } from "node:vm";

const lines: string[] = [];
const sockets: WebSocket[] = [];

class Kept extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols);
    sockets.push(this);
  }
}

export function run(script: string, token: string): void {
  const console = { log: (...words: unknown[]) => lines.push(words.join(" ")) };
  compileFunction(script, ["process", "console", "WebSocket"])({ argv: ["node", token] }, console, Kept);
}

export const printed = (): string => lines.join("\n");
export const end = (): void => sockets.forEach(socket => socket.close());
