// Memory as the operating system counts it, the same way for everybody: what all renderer processes of
// the browser hold by themselves or share (RssAnon + RssShmem of /proc/<pid>/status; mapped program files
// are left out), less what they held before the file was handed over. It is sampled while importing; what
// is kept is taken after collecting garbage in the page and its workers.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const EVERY = 20;

export class Memory {
  #session;
  #pids = [];

  static async of(browser) {
    const memory = new Memory();
    memory.#session = await browser.newBrowserCDPSession();
    return memory;
  }

  /** Bytes held now, at rest. */
  async atRest(page) {
    await collect(page);
    await this.#findRenderers();
    const samples = [];
    for (let at = 0; at < 10; at += 1) {
      samples.push(this.#now());
      await sleep(EVERY);
    }
    return Math.min(...samples);
  }

  /** What `work` answers, and the most that was held meanwhile. */
  async during(work) {
    let peak = 0;
    const look = () => (peak = Math.max(peak, this.#now()));
    const timer = setInterval(look, EVERY);
    try {
      const value = await work();
      look();
      return { value, peak };
    } finally {
      clearInterval(timer);
    }
  }

  async #findRenderers() {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    this.#pids = processInfo.filter((it) => it.type === "renderer").map((it) => it.id);
  }

  #now() {
    return this.#pids.reduce((sum, pid) => sum + held(pid), 0);
  }
}

async function collect(page) {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 2; round += 1) {
    for (const realm of [page, ...page.workers()]) await realm.evaluate(() => globalThis.gc?.()).catch(() => {});
    await session.send("Memory.simulatePressureNotification", { level: "critical" }).catch(() => {});
    await sleep(300);
  }
  await session.detach();
}

function held(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
    return 1024 * (kilobytes("RssAnon") + kilobytes("RssShmem"));
  } catch {
    // The process has ended.
    return 0;
  }
}
