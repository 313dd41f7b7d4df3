// Files for other programs, read back by readers of their own formats and compared with the report.

import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "./fixtures.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { ndjson, response } from "./records.mjs";
import { baseline, catalogue, lv, sample } from "./texts.mjs";

/** The lines of a CSV file as objects by heading; the byte order mark and line ends are checked. */
function table(bytes, delimiter = ";") {
  const text = bytes.toString("utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.endsWith("\r\n")).toBe(true);
  return parse(text, { bom: true, columns: true, delimiter, record_delimiter: "\r\n" });
}

/** The report's figures as the long table has them. */
function figuresOf(report) {
  const lines = [];
  const of = (question, row, answered, tallies) => {
    for (const { value, count, share, interval } of tallies) {
      lines.push({ question, row, value: String(value), count, answered, share, low: interval?.[0], high: interval?.[1] });
    }
  };
  for (const { name, answered, choices, rows } of report.questions) {
    if (choices) of(name, "", answered, choices);
    else if (rows) rows.forEach((row) => of(name, String(row.value), row.answered, row.columns));
    else lines.push({ question: name, row: "", value: "", answered });
  }
  return lines;
}

const number = (text) => (text === "" ? undefined : Number(text.replace(",", ".")));

function read(lines) {
  return lines.map(({ question, row, value, count, answered, share, low, high }) => ({
    question, row, value, count: number(count), answered: number(answered), share: number(share), low: number(low), high: number(high),
  }));
}

test.describe("the sample", () => {
  test.beforeEach(async ({ page, results }) => {
    await results.open();
    await results.loadSample();
    await page.getByTestId("export").locator("summary").click();
  });

  const save = (page, id) => downloadBytes(page, page.getByTestId(`export-${id}`));

  test("the table of questions has the report's figures to the last digit, whatever the separator", async ({ page, results }) => {
    const report = (await results.saveReport()).value;
    for (const [name, delimiter] of [["semicolon", ";"], ["comma", ","], ["tab", "\t"]]) {
      await page.getByLabel(lv["export.separator"]).selectOption(name);
      const { name: file, bytes } = await save(page, "tables");
      expect(file).toMatch(/^aptauja-report-mfa-2018-.*\.csv$/);
      expect(read(table(bytes, delimiter))).toEqual(figuresOf(report).map((line) => ({ ...{ count: undefined, share: undefined, low: undefined, high: undefined }, ...line })));
      const rows = figuresOf(report).length;
      await expect(page.getByTestId("export-outcome")).toContainText(`${rows} rind`);
    }
  });

  test("the workbook has sheets of real numbers that are the report's", async ({ page, results }) => {
    await results.compare("delays", "language");
    await expect(results.question("delays").locator(".cross-table")).toBeVisible();
    const report = (await results.saveReport()).value;
    const { name, bytes } = await save(page, "xlsx");
    expect(name).toMatch(/^aptauja-report-mfa-2018-.*\.xlsx$/);
    const sheets = await readWorkbook(bytes);
    const names = sheets.map((it) => it.sheet);
    expect(names).toContain(lv["export.cover"]);
    expect(names).toContain(lv["export.ledger"]);
    const sheet = (wanted) => sheets.find((it) => it.sheet === wanted).data;
    const cover = Object.fromEntries(sheet(lv["export.cover"]).map(([fact, value]) => [fact, value]));
    expect(cover[lv["export.responses_count"]]).toBe(report.responses);
    expect(cover[lv["export.definition"]]).toBe(report.definition_sha256);
    expect(cover[lv["export.threshold"]]).toBe(report.threshold);
    // The first question with values is that of services.
    const service = report.questions[0];
    const first = sheet(names[2]).slice(3);
    expect(first.map((row) => row.slice(1))).toEqual(service.choices.map(({ value, count, share, interval }) => [value, count, share, ...interval]));
    const indicators = sheet(lv["results.indicators"]).slice(2);
    const published = (id) => baseline.indicators.find((it) => it.name === id);
    const besides = (id) => [published(id).percent / 100, lv[`mark.${published(id).mark}`]];
    expect(indicators.map((row) => row.slice(1))).toEqual(report.indicators.map(({ name: id, value, n }) => [id, value, n, ...besides(id)]));
    const ledger = sheet(lv["export.ledger"]).slice(2);
    expect(ledger[0].slice(0, 4)).toEqual([report.sources[0].name, report.sources[0].bytes, report.sources[0].sha256, 400]);
    const comparison = sheet(`${lv["export.comparison"]} 1`).slice(3);
    const crossed = await results.crossed("delays");
    const groups = Object.entries(crossed).filter(([group]) => group !== "");
    const bases = groups.map(([, rows]) => rows[""][0]);
    expect(comparison.map((row) => row[2]).filter((it) => typeof it === "number")).toEqual(bases);
  });

  test("the responses add up to the report, and their code book names every column", async ({ page }) => {
    const lines = table((await save(page, "csv")).bytes);
    expect(lines.map((it) => it.id)).toEqual(sample.map((it) => it.id));
    for (const [at, it] of sample.entries()) {
      expect(lines[at].service).toBe(it.answers.service ?? "");
      expect(lines[at]["quality.knowledge"]).toBe(it.answers.quality?.knowledge ?? "");
      expect(lines[at]["channels.email"]).toBe(it.answers.channels ? String(Number(it.answers.channels.includes("email"))) : "");
    }
    const book = table((await save(page, "codebook")).bytes);
    expect([...new Set(book.map((it) => it.column))]).toEqual(Object.keys(lines[0]));
    const services = book.filter((it) => it.column === "service");
    expect(services.map((it) => it.value)).toEqual(catalogue.services.map((it) => it.id));
    expect(services.every((it) => it.label_lv !== "" && it.label_en !== "" && it.label_lv !== it.label_en)).toBe(true);
  });

  test("a selection saved as NDJSON and opened again gives the same report", async ({ page, results }) => {
    await results.filter("channels", "Tālrunis");
    await expect(results.responses).not.toHaveText("400 atbilžu");
    const before = (await results.saveReport()).value;
    const { name, bytes } = await save(page, "ndjson");
    expect(bytes.toString("utf8").trim().split("\n")).toHaveLength(before.responses);
    await page.getByRole("button", { name: lv["results.clear"] }).click();
    await results.open();
    await results.load({ [name]: bytes });
    const after = (await results.saveReport()).value;
    expect(after.accepted).toBe(before.responses);
    expect(after.questions).toEqual(before.questions);
    expect(after.indicators).toEqual(before.indicators);
  });

  test("the responses of a hidden selection are not to be had, and its figures are words", async ({ page, results }) => {
    // Five answered so.
    await results.open("quality.equal_treatment=satisfactory");
    await expect(page.getByTestId("hidden")).toBeVisible();
    const panel = page.getByTestId("export");
    if (!(await panel.evaluate((it) => it.open))) await panel.locator("summary").click();
    await expect(page.getByTestId("export-hidden")).toBeVisible();
    await expect(page.getByTestId("export-csv")).toHaveCount(0);
    await expect(page.getByTestId("export-ndjson")).toHaveCount(0);
    const lines = table((await save(page, "tables")).bytes);
    for (const line of lines) expect([line.count, line.answered, line.share, line.low, line.high]).toEqual(Array(5).fill(lv["export.hidden"]));
  });

  test("a picture is saved as SVG and PNG that stand on their own", async ({ page, results }) => {
    await expect(await results.picture("information")).toBeVisible();
    const menu = results.question("information").locator(".chart-menu");
    await menu.locator("summary").click();
    const svg = await downloadBytes(page, menu.getByRole("button", { name: "SVG" }));
    const text = svg.bytes.toString("utf8");
    expect(svg.name).toMatch(/^aptauja-mfa-2018-information-.*\.svg$/);
    // Nothing is fetched by whoever opens it.
    expect(text.match(/(?:href|src)=|url\((?!#)|@import/g)).toBeNull();
    const drawn = await page.evaluate((source) => {
      const file = new DOMParser().parseFromString(source, "image/svg+xml");
      const root = file.documentElement;
      return { error: file.querySelector("parsererror")?.textContent, words: root.textContent, paths: root.querySelectorAll("path").length, width: Number(root.getAttribute("width")) };
    }, text);
    expect(drawn.error).toBeUndefined();
    expect(drawn.paths).toBeGreaterThan(5);
    const heading = await results.question("information").locator("h3").textContent();
    expect(drawn.words.replace(/\s/g, "")).toContain(heading.replace(/\s/g, ""));
    expect(drawn.words).toContain("n = ");
    const png = await downloadBytes(page, menu.getByRole("button", { name: "PNG" }));
    const seen = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      return { width: image.width, colours: colours.size, corner: [...data.slice(0, 4)] };
    }, png.bytes.toString("base64"));
    expect(seen.width).toBe(drawn.width * 2);
    expect(seen.colours).toBeGreaterThan(20);
    expect(seen.corner).toEqual([255, 255, 255, 255]);
  });

  test("everything can be saved by keyboard at 360 px @phone", async ({ page }) => {
    await page.getByTestId("export-tables").focus();
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toContain("aptauja-report");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test("texts that begin like formulas are inert in every file", async ({ page, results }) => {
  const texts = ["=1+1", "+371", "-1", "@SUM(A1)", "\t=1", "＝1"];
  await results.open();
  await results.load({ "=a.ndjson": ndjson(texts.map((text, at) => ({ ...response(at), answers: { comment: text } }))) });
  await page.getByTestId("export").locator("summary").click();
  const lines = table((await downloadBytes(page, page.getByTestId("export-csv"))).bytes);
  expect(lines.map((it) => it.comment)).toEqual(texts.map((text) => `'${text}`));
  const sheets = await readWorkbook((await downloadBytes(page, page.getByTestId("export-xlsx"))).bytes);
  expect(sheets.find((it) => it.sheet === lv["export.ledger"]).data[2][0]).toBe("=a.ndjson");
});

test.describe("a file that is being written", () => {
  const outcome = (page) => page.getByTestId("export-outcome");

  test.beforeEach(async ({ page, results }) => {
    // What writes responses is not told to begin until the test lets it.
    await page.addInitScript(() => {
      const held = [];
      const Own = Worker;
      globalThis.Worker = class extends Own {
        #isHeld;
        constructor(address, options) {
          super(address, options);
          this.#isHeld = options?.name === "copier";
        }
        postMessage(...message) {
          if (this.#isHeld) held.push(() => super.postMessage(...message));
          else super.postMessage(...message);
        }
      };
      globalThis.release = () => held.splice(0).forEach((tell) => tell());
    });
    await results.open();
    await results.load({ "a.ndjson": ndjson(sample) });
    await page.getByTestId("export").locator("summary").click();
    await page.getByTestId("export-ndjson").click();
    await expect(page.getByTestId("export-progress")).toBeVisible();
  });

  test("goes on while others are asked for and files are added", async ({ page, results }) => {
    await page.getByTestId("export-xlsx").click();
    await expect(outcome(page)).toHaveText(lv["export.busy"]);
    await page.getByTestId("export-csv").click();
    await expect(outcome(page)).toHaveText(lv["export.busy"]);
    // A small one is there at once.
    expect((await downloadBytes(page, page.getByTestId("export-codebook"))).name).toMatch(/\.csv$/);
    await expect(page.getByTestId("export-progress")).toBeVisible();
    await results.load({ "b.ndjson": ndjson([response(1), response(2)]) });
    await expect(results.responses).toHaveText(/^402 /);
    await expect(page.getByTestId("export-progress")).toBeVisible();
    await expect(outcome(page)).toContainText(lv["export.earlier"]);
    const [file] = await Promise.all([page.waitForEvent("download"), page.evaluate(() => globalThis.release())]);
    expect(file.suggestedFilename()).toMatch(/\.ndjson$/);
    await expect(outcome(page)).toContainText("400 rind");
    await expect(outcome(page)).toContainText(lv["export.earlier"]);
    await downloadBytes(page, page.getByTestId("export-tables"));
    await expect(outcome(page)).not.toContainText(lv["export.earlier"]);
  });

  test("ends in words when all files are closed", async ({ page }) => {
    await page.getByRole("button", { name: lv["results.clear"] }).click();
    await expect(page.getByText(lv["export.closed"])).toBeVisible();
  });
});
