// The A4 report, as the browser prints it, read back by pdf.js and compared with the JSON report.

import { expect, test } from "./fixtures.mjs";
import { withoutPrinter } from "./codes.mjs";
import { plain, readPdf } from "./pdf.mjs";
import { ndjson } from "./records.mjs";
import { catalogue, en, lv, localised, questionnaire, sample, sampleText } from "./texts.mjs";

/** Pictures of the sample: one a question that is no text; services are a table only. */
const CHARTS = 7;
const YEAR = "2017";
const asked = questionnaire.pages.flatMap((it) => it.elements);
const question = (name) => asked.find((it) => it.name === name);
const titles = asked.map((it) => plain(localised(it.title, "lv", YEAR)));
const title = (name) => plain(localised(question(name).title, "lv", YEAR));

const share = (value) => `${(Math.round(value * 1000 + 1e-9) / 10).toFixed(1).replace(".", ",")} %`;

const label = (texts, value) => {
  const found = texts.find((it) => it.value === value);
  return plain(found ? localised(found.text, "lv") : "");
};

/** The label of a choice, also of "other" and of the catalogue's services. */
function choice(name, value) {
  if (name === "service") return plain(localised(catalogue.services.find((it) => it.id === value).title, "lv"));
  if (value === "other") return plain(localised(question(name).otherText, "lv"));
  return label(question(name).choices, value);
}

/** What may stand after a share: the published one, and how it was read. */
const PUBLISHED = String.raw`(?: 2018: [\d,]+ % [\p{L} ]+)?`;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("on paper the report is A4 and has every figure of the JSON report", async ({ results, report }) => {
  await results.open();
  await results.loadSample();
  const { value: saved } = await results.saveReport();
  await report.open();
  expect(await report.drawn(CHARTS)).toEqual([640]);
  const pages = await readPdf(await report.pdf());

  expect(new Set(pages.map(({ width, height }) => `${width}×${height}`))).toEqual(new Set(["210×297"]));
  // A page that has nothing but its running title and number is blank.
  for (const [at, { text }] of pages.entries()) expect(text.length, `page ${at + 1}`).toBeGreaterThan(150);
  for (const [at, { text }] of pages.entries()) {
    if (at > 0) expect(text).toContain(`${at + 1} / ${pages.length}`);
  }

  const [first] = pages;
  expect(first.text).toContain("Latvijas Republikas Ārlietu ministrija");
  expect(first.text).toContain("15.01.2018.–31.01.2018.");
  expect(first.text).toContain(YEAR);
  const whole = plain(pages.map((it) => it.text).join(" "));
  for (const key of ["printed.scope", "printed.method", "printed.questions", "results.indicators", "printed.annex"]) {
    expect(whole).toContain(lv[key]);
  }

  const scope = whole.indexOf(lv["printed.scope"]);
  for (const counted of saved.questions) {
    const from = whole.indexOf(title(counted.name), scope);
    expect(from, counted.name).toBeGreaterThan(0);
    const next = titles.map((it) => whole.indexOf(it, from + title(counted.name).length)).filter((it) => it > 0);
    const text = whole.slice(from, Math.min(...next, whole.indexOf(lv["printed.annex"])));
    if (counted.choices) {
      expect(text).toContain(`n = ${counted.answered}`);
      for (const tally of counted.choices) {
        const row = `${choice(counted.name, tally.value)} ${tally.count} ${share(tally.share)}`;
        expect(whole, counted.name).toContain(row);
      }
    } else if (counted.rows) {
      for (const row of counted.rows) {
        const words = label(question(counted.name).rows, row.value);
        // A table that goes on on the next page stands there after the heading that follows it.
        const cells = row.columns.map((it) => `${escaped(`${share(it.share)} ${it.count}`)}${PUBLISHED}`);
        expect(whole).toMatch(new RegExp([escaped(words), row.answered, ...cells].join(" "), "u"));
      }
    } else {
      const said = counted.answered > 0 ? `Rakstisku atbildi sniedza ${counted.answered} respond` : lv["finding.nobody"];
      expect(text).toContain(said);
    }
  }
  expect(whole).toContain(saved.definition_sha256);
  for (const source of saved.sources) expect(whole).toContain(`${source.name}`);
  for (const source of saved.sources) expect(whole.replaceAll(" ", "")).toContain(source.sha256);
  expect(whole).toContain(saved.application);
  expect(whole).toContain(lv["results.sample_notice"]);
});

test("the sentences say what the JSON report says, and compare with 2018", async ({ page, results, report }) => {
  const ours = sample.map((it, at) => ({ ...it, survey: "mfa-2026", submitted_at: "2026-02-01T10:00:00Z", answers: { ...it.answers, delays: at % 10 === 0 ? "yes" : "no" } }));
  await results.open("_show=report");
  await expect(page.getByTestId("waiting")).toContainText(lv["view.waiting_report"]);
  await results.choose({ "a.ndjson": ndjson(ours) });
  const delays = report.question("delays").locator(".printed-sentence");
  const of = (name) => `${name} respondentu norāda, ka pakalpojumu izpildes kavējumu nav bijis.`;
  await expect(delays).toHaveText(`${of("90 %")} Tas ir par 7 procentpunktiem mazāk nekā 2018. gadā (97 %).`);
  await expect(report.sheet).toContainText("no 01.01.2026.");
  await page.getByRole("button", { name: "English" }).click();
  await expect(delays).toHaveText("90% of respondents report no delays in the services. That is 7 percentage points less than in 2018 (97%).");
  await expect(report.sheet).toContainText(en["printed.method"]);
});

test("paper is light in the dark, and as wide as paper on a phone", async ({ page, results, report }) => {
  await withoutPrinter(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await results.open();
  await results.loadSample();
  await report.open();
  await report.drawn(CHARTS);
  await expect(report.sheet).toHaveCSS("background-color", "rgb(255, 255, 255)");
  // Labels of the light theme.
  await expect(report.charts.first().locator("text").first()).toHaveAttribute("fill", "#1f1b1c");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(async () => Math.max(...(await report.widths()))).toBeLessThan(340);
  await report.printer.click();
  await page.waitForFunction(() => globalThis.printed === 1);
  expect(await report.widths()).toEqual([640]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect.poll(async () => Math.max(...(await report.widths()))).toBeLessThan(340);
  await report.back.click();
  await expect(page.getByTestId("export-report")).toBeVisible();
  await expect(page).toHaveURL(/#\/results$/);
  await expect(page.locator(".question-section .chart svg text").first()).toHaveAttribute("fill", "#f1ecea");
});

test("a filtered report names its filters; a hidden selection shows no figures", async ({ page, results, report }) => {
  await results.open("delays=no&from=2018-01-20&_show=report");
  await results.choose({ "a.ndjson": sampleText });
  await expect(report.filters.getByRole("listitem")).toHaveCount(2);
  await expect(report.filters).toContainText(`${lv["filter.from"]} 20.01.2018.`);
  // Few reported a delay.
  const [service] = catalogue.services.map((it) => it.id).filter((id) => {
    const few = sample.filter((it) => it.answers.service === id && it.answers.delays === "yes").length;
    return few > 0 && few < 10;
  });
  await page.goto(`#/results?service=${service}&delays=yes&_show=report`);
  await expect(page.getByTestId("hidden")).toBeVisible();
  for (const name of ["channels", "quality", "delays"]) {
    await expect(report.question(name).locator(".printed-sentence")).toHaveText(lv["finding.withheld"]);
    await expect(report.question(name).locator("table")).toBeHidden();
  }
  await expect(report.sheet.locator("[data-indicator]")).toHaveCount(0);
  await expect(report.sheet.locator(".chart:visible")).toHaveCount(0);
  await expect(page.getByTestId("providers")).toContainText(lv["printed.hidden"]);
});

test("where nobody is in the selection the report says so and shows no figures", async ({ page, results, report }) => {
  await results.open("service=mfa-24&_show=report");
  await results.choose({ "a.ndjson": sampleText });
  await expect(report.sheet.getByTestId("no-responses")).toHaveText(lv["filter.empty"]);
  await expect(report.sheet.locator(".chart:visible")).toHaveCount(0);
  await expect(report.question("quality").locator("table")).toBeHidden();
});

test("on paper the services are one table, and nothing small is larger than the text", async ({ page, results, report }) => {
  await results.open("_show=report");
  await results.choose({ "a.ndjson": sampleText });
  await report.drawn(CHARTS);
  const service = report.question("service");
  await expect(service.locator(".chart")).toHaveCount(0);
  await expect(service.locator("tbody tr")).toHaveCount(catalogue.services.length);
  const titles = catalogue.services.map((it) => plain(localised(it.title, "lv")));
  const pages = (await readPdf(await report.pdf())).map(({ text }) => plain(text));
  const holding = pages.filter((text) => titles.filter((it) => text.includes(it)).length > 3);
  // In 2018 four services were audited: they are named apart.
  expect(holding.length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: "print" });
  const sizes = await report.sheet.evaluate((sheet) => {
    const size = (it) => parseFloat(getComputedStyle(it).fontSize);
    const small = [...sheet.querySelectorAll(".hint, .base, .sha, code, .mark, .cell-more")];
    return { text: size(sheet), small: [...new Set(small.map(size))] };
  });
  expect(sizes.small.length).toBeGreaterThan(1);
  for (const size of sizes.small) expect(size).toBeLessThanOrEqual(sizes.text);
});
