// Comments and free answers: listed, sorted into themes, tallied, saved and loaded.

import { createHash } from "node:crypto";
import { validator } from "../files/schemas.mjs";
import { blockStorage } from "./blocked.mjs";
import { expect, test } from "./fixtures.mjs";
import { ndjson, response } from "./records.mjs";
import { fill, lv, sample } from "./texts.mjs";

/** Texts of a member of the answers, each with how many responses of the sample wrote it. */
function written(member, records = sample) {
  const counts = new Map();
  for (const { answers } of records) {
    const text = answers[member];
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const comments = written("comment");
const key = (question, text) => createHash("sha256").update(`${question}\n${text}`).digest("hex");
const sum = (counts) => [...counts.values()].reduce((all, count) => all + count, 0);

async function open(results, section, query = "") {
  await results.open(query);
  await results.loadSample();
  await section.show();
}

test("texts are listed, searched without marks, and filtered", async ({ results, comments: section }) => {
  await open(results, section);
  await section.choose("comments.question", "comment");
  await expect(section.items).toHaveCount(comments.size);
  expect(new Set(await section.words.allTextContents())).toEqual(new Set(comments.keys()));
  await expect(section.status).toContainText(String(sum(comments)));

  await section.search("IZSKAIDROJA visu");
  await expect(section.items).toHaveCount(1);
  await expect(section.words).toContainText("izskaidroja visu");
  await section.search("paraugs tada nav");
  await expect(section.status).toHaveText(lv["comments.none"]);
  await section.search("");

  await section.choose("filter.language", "en");
  const english = written("comment", sample.filter((it) => it.language === "en"));
  await expect(section.items).toHaveCount(english.size);
  await section.choose("filter.language", "");
  await section.choose("comments.question", "");

  await results.filter("delays", "Jā");
  const late = sample.filter((it) => it.answers.delays === "yes");
  await section.choose("comments.question", "comment");
  await expect(section.items).toHaveCount(written("comment", late).size);
});

test("texts are coded by keys, tallied like a question, and stand in the report", async ({ page, results, comments: section }) => {
  await open(results, section);
  await section.addTheme("Rindas");
  await section.addTheme("Skaidrība");
  await section.choose("comments.question", "comment");
  await expect(section.items).toHaveCount(comments.size);
  const [first, second] = await section.words.allTextContents();

  await section.items.first().focus();
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await page.keyboard.press("j");
  await expect(section.items.nth(1)).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("ArrowUp");
  await expect(section.items.first()).toBeFocused();
  await expect(section.code(0, "Rindas")).toHaveAttribute("aria-pressed", "true");
  await expect(section.code(1, "Rindas")).toHaveAttribute("aria-pressed", "false");

  const [of_first, of_second] = [comments.get(first), comments.get(second)];
  await expect.poll(() => section.tallies("comment")).toEqual({ Rindas: of_first, Skaidrība: of_first + of_second });
  await expect(page.locator("[data-themes=comment] .base")).toContainText(`n = ${of_first + of_second}`);
  await page.locator("[data-themes=comment]").scrollIntoViewIfNeeded();
  await expect(page.locator("[data-themes=comment] svg")).toBeVisible();

  const { value } = await results.saveReport();
  expect(validator("report")(value)).toEqual([]);
  const [themes] = value.themes;
  expect(themes).toMatchObject({ name: "comment", texts: sum(comments), answered: of_first + of_second });
  expect(themes.choices.map((it) => [it.title, it.count])).toEqual([["Rindas", of_first], ["Skaidrība", of_first + of_second]]);
  expect(themes.choices[1].share).toBe(1);

  await section.choose("comments.select", "uncoded");
  await expect(section.items).toHaveCount(comments.size - 2);
});

test("single keys act only while a text has focus", async ({ page, results, comments: section }) => {
  await open(results, section);
  await section.addTheme("Rindas");
  await section.section.getByLabel(lv["comments.search"]).focus();
  await page.keyboard.press("1");
  await page.keyboard.press("x");
  await section.search("");
  await section.items.first().focus();
  await page.keyboard.press("Control+1");
  await expect(section.section.locator(".code[aria-pressed=true]")).toHaveCount(0);
});

test("pages follow one another, by keys too", async ({ page, results, comments: section }) => {
  await results.showSmallGroups();
  await results.open();
  const records = Array.from({ length: 45 }, (_, at) =>
    response(at, { answers: { service: "mfa-04", comment: `Teksts ${String(at).padStart(2, "0")}` } }),
  );
  await results.load({ "a.ndjson": ndjson(records) });
  await section.show();
  await expect(section.items).toHaveCount(20);
  await section.items.last().focus();
  await page.keyboard.press("j");
  await expect(section.words.first()).toHaveText("Teksts 20");
  await expect(section.items.first()).toBeFocused();
  await page.keyboard.press("k");
  await expect(section.words.last()).toHaveText("Teksts 19");
  await expect(section.items.last()).toBeFocused();
  await section.section.getByRole("button", { name: lv["comments.after"] }).click();
  await section.section.getByRole("button", { name: lv["comments.after"] }).click();
  await expect(section.words).toHaveText(["40", "41", "42", "43", "44"].map((at) => `Teksts ${at}`));
});

test("the code book is renamed, put in order and shortened", async ({ results, comments: section }) => {
  await open(results, section);
  for (const title of ["Viens", "Divi", "Trīs"]) await section.addTheme(title);
  await section.book.getByLabel(lv["comments.new"]).fill("Divi");
  await section.book.getByRole("button", { name: lv["comments.add"] }).click();
  await expect(section.book.getByText(lv["comments.new_refused"])).toBeVisible();
  await section.code(0, "Divi").click();
  await section.theme("Divi").getByRole("textbox").fill("Otrs");
  await section.theme("Divi").getByRole("textbox").press("Tab");
  await section.theme("Otrs").getByRole("button", { name: fill(lv["comments.up"], { theme: "Otrs" }) }).click();
  expect(await section.titles()).toEqual(["Otrs", "Viens", "Trīs"]);
  await expect(section.code(0, "Otrs")).toHaveAttribute("aria-pressed", "true");

  await section.theme("Otrs").getByRole("button", { name: fill(lv["comments.delete"], { theme: "Otrs" }) }).click();
  await expect(section.book.getByText(fill(lv["comments.uses"].one, { n: 1 }))).toBeVisible();
  await section.book.getByRole("button", { name: lv["comments.delete_no"] }).click();
  expect(await section.titles()).toContain("Otrs");
  await section.theme("Otrs").getByRole("button", { name: fill(lv["comments.delete"], { theme: "Otrs" }) }).click();
  await section.book.getByRole("button", { name: lv["comments.delete_yes"] }).click();
  await expect(section.themes).toHaveCount(2);
  expect(await section.titles()).toEqual(["Viens", "Trīs"]);
});

test("personal data is marked, and what is to be removed is struck and blanked", async ({ page, results, comments: section }) => {
  await results.showSmallGroups();
  await results.open();
  const text = "Zvaniet uz 29123456, lūdzu";
  await results.load({ "a.ndjson": ndjson([response(1, { answers: { service: "mfa-04", comment: text } }), response(2)]) });
  await section.show();
  await section.choose("comments.select", "personal");
  await expect(section.items).toHaveCount(1);
  await expect(section.words.locator("mark")).toHaveText("29123456");
  await section.items.first().focus();
  await page.keyboard.press("x");
  await expect(section.words).toHaveClass(/is-removed/);
  await expect(section.saved).toContainText(fill(lv["comments.removed_count"].one, { n: 1 }));
  await section.section.getByLabel(lv["comments.blank"]).check();
  await expect(section.words).toHaveText(lv["comments.blanked"]);

  const { text: file, value } = await section.save();
  expect(file).not.toContain("29123456");
  expect(value.texts).toEqual([{ question: "comment", sha256: key("comment", text), themes: [], remove: true }]);
});

test("codes are kept through a reload, saved, and loaded onto others", async ({ page, results, comments: section }) => {
  await open(results, section);
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await expect(section.saved).toContainText(lv["comments.unsaved"]);

  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await results.loadSample();
  await section.show();
  await expect(section.code(0, "Rindas")).toHaveAttribute("aria-pressed", "true");

  const saved = await section.save();
  expect(saved.name).toMatch(/^aptauja-codes-mfa-2018-.*\.json$/);
  expect(validator("codes")(saved.value)).toEqual([]);
  await expect(section.saved).toContainText(lv["comments.saved"]);
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);

  // Another auditor's themes come to those that are here.
  await results.loadSample();
  await section.show();
  const other = { ...saved.value, themes: [{ ...saved.value.themes[0], title: "Gaidīšana" }, { id: "cita", title: "Cena" }] };
  other.texts = [{ ...saved.value.texts[0], themes: [...saved.value.texts[0].themes, "cita"] }, { question: "comment", sha256: "0".repeat(64), themes: ["cita"] }];
  await results.choose({ "kodi.json": JSON.stringify(other) });
  await expect(section.news).toContainText(lv["comments.loaded"]);
  await expect(section.news).toContainText(fill(lv["comments.merged_themes"].one, { n: 1 }));
  await expect(section.news).toContainText(fill(lv["comments.merged_titles"], { list: "Gaidīšana" }));
  expect(await section.titles()).toEqual(["Rindas", "Cena"]);
  await expect(section.code(0, "Cena")).toHaveAttribute("aria-pressed", "true");
  await expect(section.saved).toContainText(lv["comments.unsaved"]);
  await expect(results.responses).toHaveText(/^400 /);
});

test("codes may come before responses or with them, by drop too", async ({ results, comments: section }) => {
  const text = [...comments.keys()][0];
  const codes = {
    format: "aptauja.codes",
    version: 1,
    survey: "mfa-2018",
    themes: [{ id: "a", title: "Rindas" }],
    texts: [{ question: "comment", sha256: key("comment", text), themes: ["a"] }],
  };
  await results.open();
  await results.choose({ "kodi.json": JSON.stringify(codes), "a.ndjson": ndjson(sample) });
  await results.counted();
  await expect(section.news).toContainText(lv["comments.loaded"]);
  await expect(results.row("kodi.json")).toHaveCount(0);
  await section.show();
  await expect.poll(() => section.tallies("comment")).toEqual({ Rindas: comments.get(text) });
});

test("a file of codes that is wrong changes nothing", async ({ results, comments: section }) => {
  await open(results, section);
  await section.addTheme("Rindas");
  const codes = { format: "aptauja.codes", version: 1, survey: "mfa-2026", themes: [{ id: "b", title: "Cena" }], texts: [] };
  const whole = JSON.stringify(codes);
  const wrong = [
    [whole, fill(lv["comments.fault_survey"], { survey: "mfa-2026" })],
    [whole.slice(0, -20), lv["comments.fault_not_whole"]],
    [JSON.stringify({ ...codes, version: 2 }), fill(lv["comments.fault_version"], { version: "2" })],
    [JSON.stringify({ ...codes, themes: [{ id: "b", title: "" }] }), fill(lv["comments.fault_damaged_at"], { path: "$.themes[0]" })],
    [JSON.stringify({ ...codes, themes: undefined }), lv["comments.fault_damaged"]],
  ];
  for (const [text, reason] of wrong) {
    await results.choose({ "kodi.json": text });
    await expect(section.news).toContainText(lv["comments.refused"]);
    await expect(section.news).toContainText(reason);
    expect(await section.titles()).toEqual(["Rindas"]);
  }
});

test("blocked storage is said, and the codes can be saved", async ({ page, results, comments: section }) => {
  await blockStorage(page);
  await open(results, section);
  await section.addTheme("Rindas");
  await expect(section.section.getByText(lv["comments.storage_blocked"])).toBeVisible();
  expect((await section.save()).value.themes).toHaveLength(1);
});

test("a hidden selection shows none of its texts", async ({ page, results, comments: section }) => {
  const late = sample.filter((it) => it.answers.delays === "yes");
  const few = late.filter((it) => it.language === "en");
  expect(few.length).toBeGreaterThan(0);
  expect(few.length).toBeLessThan(10);
  await open(results, section, "delays=yes");
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await expect(section.section.locator("[data-themes]")).toHaveCount(1);

  // All of them may be read, but not those few in English.
  await section.choose("filter.language", "en");
  await expect(section.status).toContainText(lv["comments.hidden"]);
  await expect(section.items).toHaveCount(0);
  await section.choose("filter.language", "");
  await expect(section.items.first()).toBeVisible();

  await page.evaluate(() => (location.hash += "&language=en"));
  await expect(page.getByTestId("hidden")).toBeVisible();
  await expect(section.section.getByText(lv["comments.hidden"])).toBeVisible();
  await expect(section.items).toHaveCount(0);
  await expect(section.section.locator("[data-themes]")).toHaveCount(0);
  const { value } = await results.saveReport();
  expect(validator("report")(value)).toEqual([]);
  expect(value.themes).toBeUndefined();
});

test("texts are coded on a phone @phone", async ({ page, results, comments: section }) => {
  await open(results, section);
  await section.addTheme("Pacietība un laipnība darbā ar cilvēkiem");
  await section.code(1, "Pacietība un laipnība darbā ar cilvēkiem").tap();
  await section.items.nth(1).getByRole("button", { name: lv["comments.remove"], exact: true }).tap();
  await expect(section.items.nth(1).locator(".text-words")).toHaveClass(/is-removed/);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways).toBe(0);
});
