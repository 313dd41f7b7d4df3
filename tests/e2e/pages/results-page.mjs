// `#/results`: the auditor's files and what they say.

import { expect } from "@playwright/test";
import { fill, index, lv } from "../texts.mjs";
import { download } from "./download.mjs";

/** The ledger's columns of numbers, in order. */
const COLUMNS = ["bytes", "accepted", "duplicates", "conflicts", "rejected", "outside"];

export class ResultsPage {
  constructor(page) {
    this.page = page;
    this.responses = page.getByTestId("responses");
    this.ledger = page.getByTestId("ledger");
    this.rejections = page.getByTestId("rejections");
    this.conflicts = page.getByTestId("conflicts");
    this.faults = page.getByTestId("filter-faults");
    this.progress = page.getByTestId("progress");
    this.sampleNotice = page.getByTestId("sample-notice");
    this.published = page.locator(".published");
    this.intervals = page.getByTestId("intervals");
    this.chips = page.locator(".chip");
    this.keys = page.getByTestId("keys");
    this.sealed = page.getByTestId("sealed");
    this.unfit = page.locator("#unfit");
    this.pasteField = page.locator("#paste");
  }

  /** Has even the smallest groups shown: what is counted is then not hidden by the threshold. */
  async showSmallGroups() {
    const surveys = index.surveys.map((survey) => ({ ...survey, threshold: 1 }));
    await this.page.route("**/surveys/index.json", (route) => route.fulfill({ json: { ...index, surveys } }));
  }

  async open(query = "") {
    await this.page.goto(`#/results${query && `?${query}`}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async loadSample() {
    await this.page.getByTestId("load-sample").click();
    await this.counted();
  }

  /** Chooses files: `{ name: text or bytes }`. */
  async choose(files) {
    await this.chooser().setInputFiles(asPayload(files));
  }

  /** Chooses files and waits until they are read and counted. */
  async load(files) {
    await this.choose(files);
    for (const name of Object.keys(files)) await expect(this.row(name)).toHaveCount(1);
    await this.counted();
  }

  chooser() {
    return this.page.locator("input[type=file]");
  }

  async counted() {
    await expect(this.progress).toBeHidden();
    await expect(this.responses).toBeVisible();
  }

  /** Drops files on the page. */
  async drop(files) {
    const payload = asPayload(files).map(({ name, buffer }) => [name, buffer.toString("base64")]);
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const [name, base64] of list) {
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      }
      return data;
    }, payload);
    await this.page.dispatchEvent(".results", "drop", { dataTransfer: transfer });
    for (const name of Object.keys(files)) await expect(this.row(name)).toHaveCount(1);
    await this.counted();
  }

  async openPaste() {
    const panel = this.page.getByTestId("paste");
    if (!(await panel.evaluate((it) => it.open))) await panel.locator("summary").click();
  }

  /** Pastes a text and presses the button; a whole key is taken without it. */
  async paste(text) {
    await this.openPaste();
    await this.pasteField.fill(text);
    if ((await this.pasteField.inputValue()) !== "") await this.page.getByRole("button", { name: lv["returned.add"], exact: true }).click();
  }

  async forgetKey(recipient) {
    await this.keys.getByRole("button", { name: fill(lv["returned.forget_label"], { recipient }) }).click();
  }

  indicator(name) {
    return this.page.locator(`[data-indicator="${name}"]`);
  }

  /** Chooses by what a question is compared; an empty key ends it. */
  async compare(name, key) {
    await this.question(name).getByLabel(lv["cross.label"]).selectOption(key);
  }

  /** The table of groups as `{ group: { row: [answered, …counts] } }`; without rows, the row is "". All together have the group "". */
  crossed(name) {
    return this.question(name).locator(".cross-table").evaluate((table) => {
      const number = (element) => Number(element.textContent.replace(/\D/g, ""));
      const groups = {};
      for (const row of table.querySelectorAll("tbody tr:has(td)")) {
        const group = (groups[row.parentElement.dataset.group] ??= {});
        group[row.dataset.row ?? ""] = [number(row.querySelector("td").firstChild), ...[...row.querySelectorAll("td:not(.cross-best) > .cell-more")].map(number)];
      }
      return groups;
    });
  }

  question(name) {
    return this.page.locator(`section[data-question="${name}"]`);
  }

  /** A question's picture, which is drawn when it comes near. */
  async picture(name) {
    await this.question(name).scrollIntoViewIfNeeded();
    return this.question(name).locator("canvas, svg").first();
  }

  async openTable(name) {
    await this.question(name).locator(".table-details summary").click();
    return this.question(name).locator(".table-details tbody tr");
  }

  filterGroup(key) {
    return this.page.locator(`details[data-filter="${key}"]`);
  }

  async openFilter(key) {
    const group = this.filterGroup(key);
    const more = this.page.locator(".filter-more");
    const isHidden = await more.evaluate((it, k) => !it.open && it.querySelector(`[data-filter="${k}"]`) !== null, key);
    if (isHidden) await more.locator("> summary").click();
    if (!(await group.evaluate((it) => it.open))) await group.locator("summary").click();
    return group;
  }

  async filter(key, label) {
    await (await this.openFilter(key)).getByLabel(label, { exact: true }).click();
  }

  async saveReport() {
    await this.counted();
    const file = await download(this.page, this.page.getByTestId("export-report"));
    return file;
  }

  saveRejections() {
    return download(this.page, this.page.getByTestId("save-rejections"));
  }

  row(file) {
    return this.page.locator(`[data-file="${file}"]`);
  }

  /** The ledger's numbers about a file; `null`: the totals. */
  async numbers(file) {
    const row = file === null ? this.ledger.locator("tfoot tr") : this.row(file);
    const cells = await row.locator("td").allTextContents();
    return Object.fromEntries(COLUMNS.map((name, at) => [name, Number(cells[at].replace(/\D/g, ""))]));
  }

  /** Record, path and reason of every refused record shown. */
  async refused() {
    const rows = await this.rejections.locator("tbody tr").all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = row.locator("th, td");
        const [file, , path, reason] = await cells.allTextContents();
        // The line stands beneath the record's number.
        const record = await cells.nth(1).evaluate((cell) => Number(cell.firstChild.textContent));
        return { file, record, path, reason };
      }),
    );
  }

  async cancel() {
    await this.progress.getByRole("button", { name: lv["results.cancel"] }).click();
  }

  /** How often a User Timing measure was recorded. */
  measured(name) {
    return this.page.evaluate((it) => performance.getEntriesByName(it, "measure").length, name);
  }
}

function asPayload(files) {
  return Object.entries(files).map(([name, content]) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  }));
}
