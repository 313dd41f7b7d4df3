// The respondent's pages: start, steps, review and receipt.

import { expect } from "@playwright/test";
import { step, stepsOf } from "../answers.mjs";
import { lv, texts } from "../texts.mjs";
import { download } from "./download.mjs";

export class SurveyPage {
  constructor(page) {
    this.page = page;
    this.heading = page.locator("main h1");
    this.summary = page.locator(".error-summary");
    this.saved = page.getByTestId("saved");
    this.draft = page.getByTestId("draft");
    this.storageWarning = page.getByTestId("storage-warning");
    this.tabNotice = page.getByTestId("tab-notice");
    this.closed = page.getByTestId("survey-closed");
    this.otherText = page.locator("#other-text");
    this.text = page.locator("#text");
    this.search = page.locator("#choice-search");
    this.provider = page.locator("#choice-provider");
    this.options = page.locator(".tile:visible label");
    this.back = page.locator(".back-link");
    this.responseId = page.getByTestId("response-id");
  }

  async open(survey = "mfa-2026", query = "") {
    await this.page.goto(`#/survey/${survey}${query && `?${query}`}`);
  }

  async openStep(name, survey = "mfa-2026") {
    await this.page.goto(`#/survey/${survey}/step/${name}`);
  }

  /** Opens the survey and begins it. */
  async begin(survey, query) {
    await this.open(survey, query);
    await this.page.getByTestId("start").click();
    await this.atQuestion();
  }

  /** Goes on with the draft that the start page offers. */
  async resume() {
    await this.page.getByTestId("continue-draft").click();
    await this.atQuestion();
  }

  async atQuestion() {
    await expect(this.page.getByTestId("question")).toBeVisible();
  }

  async atStep(name) {
    await expect(this.page).toHaveURL(new RegExp(`/step/${name.replaceAll(".", "\\.")}(\\?change)?$`));
    await this.atQuestion();
  }

  async atReview() {
    await expect(this.page).toHaveURL(/\/review$/);
    await expect(this.page.getByTestId("submit")).toBeVisible();
  }

  stepName() {
    return decodeURIComponent(/\/step\/([^?]+)/.exec(this.page.url())[1]);
  }

  option(label) {
    return this.page.getByTestId("question").getByLabel(label, { exact: true });
  }

  /** The tile of a choice, as wide as the page: pressing any of it chooses. */
  tile(label) {
    const itsLabel = this.page.locator(".tile-label").getByText(label, { exact: true });
    return this.page.locator(".tile:visible label").filter({ has: itsLabel });
  }

  chosen() {
    return this.page.getByTestId("question").locator("input:checked");
  }

  async continue() {
    await this.page.getByTestId("continue").click();
  }

  async chooseLanguage(language) {
    await this.page.locator(`.language-switch button[lang=${language}]`).click();
    await expect(this.page.locator("html")).toHaveAttribute("lang", language);
  }

  /** Answers the step at hand with the mouse. */
  async answer(answers, language = "lv") {
    const { type, labels, value, other } = step(this.stepName(), answers, language);
    if (type === "comment") return value === undefined ? undefined : this.text.fill(value);
    for (const label of labels) {
      await this.tile(label).click();
    }
    if (other) await this.otherText.fill(other);
  }

  /** Answers every step from the first to the review. */
  async answerAll(answers, language) {
    for (const name of stepsOf(answers)) {
      await this.atStep(name);
      await this.answer(answers, language);
      await this.continue();
    }
    await this.atReview();
  }

  /** Begins, has the draft hold these answers, and opens the review. */
  async fillIn(answers) {
    await this.begin();
    await this.page.evaluate((answers) => {
      const key = "aptauja:draft:mfa-2026";
      const stored = JSON.parse(localStorage.getItem(key));
      stored.draft.answers = answers;
      localStorage.setItem(key, JSON.stringify(stored));
    }, answers);
    await this.page.goto("#/survey/mfa-2026/review");
    await this.page.reload();
    await this.atReview();
  }

  /** The line of the review or the receipt about a question or statement. */
  line(term) {
    return this.page.locator(".answer-line").filter({ has: this.page.getByText(term, { exact: true }) });
  }

  async change(term) {
    await this.line(term).getByRole("link").click();
    await this.atQuestion();
  }

  async submit() {
    await this.page.getByTestId("submit").click();
    await expect(this.responseId).toBeVisible();
    return this.responseId.textContent();
  }

  /** Saves the file of the receipt. */
  saveResponse() {
    return download(this.page, this.page.getByTestId("save-response"));
  }

  /** Saves the unfinished answers where storage does not keep them. */
  saveNow(language = "lv") {
    return download(this.page, this.page.getByRole("button", { name: texts[language]["storage.save_now"] }));
  }

  async deleteDraft() {
    await this.page.locator("#delete-draft button").click();
    await expect(this.page.getByText(lv["step.delete_sure"])).toBeVisible();
  }

  async confirmDelete() {
    await this.page.getByRole("button", { name: lv["step.delete_yes"] }).click();
  }

  async declineDelete() {
    await this.page.getByRole("button", { name: lv["step.delete_no"] }).click();
  }

  /** What the browser keeps of a survey's draft. */
  storedDraft(survey = "mfa-2026") {
    return this.page.evaluate((key) => JSON.parse(localStorage.getItem(key)), `aptauja:draft:${survey}`);
  }

  /** Ids of the responses the browser keeps. */
  storedResponses() {
    return this.page.evaluate(() =>
      Object.keys(localStorage).flatMap((key) => /^aptauja:response:(.*)/.exec(key)?.slice(1) ?? []),
    );
  }
}
