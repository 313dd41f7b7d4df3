// One valid value of every format that the application writes, after the contract.

const sha256 = "0123456789abcdef".repeat(4);

export const response = {
  id: "1ef2a4f0-4be0-4db0-9c25-74bdb94067ed",
  survey: "mfa-2018",
  submitted_at: "2018-01-25T23:45:32Z",
  language: "lv",
  answers: {
    service: "mfa-04",
    channels: ["email"],
    information: { name_description: "sufficient" },
    quality: { knowledge: "good" },
    delays: "no",
    complaints: "no",
    strengths: ["promptness", "other"],
    "strengths-Comment": "Laipni darbinieki",
  },
};

export const responses = {
  format: "aptauja.responses",
  version: 1,
  survey: "mfa-2018",
  exported_at: "2018-01-31T16:00:00Z",
  responses: [response],
};

const tallied = (value) => ({ value, count: 3, share: 0.6, interval: [0.2307, 0.8824] });
const unanswered = (value) => ({ value, count: 0, share: null, interval: null });

export const report = {
  format: "aptauja.report",
  version: 1,
  survey: "mfa-2018",
  generated_at: "2018-02-01T08:00:00.250Z",
  application: "aptauja 0.1.0",
  definition_sha256: sha256,
  filter: { service: ["mfa-04", "mfa-05"], "quality.knowledge": ["very_good", "good"] },
  sources: [
    { name: "rīga.json", bytes: 1200, sha256, accepted: 5, duplicates: 1, conflicts: 0, rejected: 2 },
  ],
  accepted: 5,
  responses: 5,
  questions: [
    { name: "service", kind: "dropdown", answered: 5, choices: [tallied("mfa-04"), { value: "mfa-05", hidden: true }] },
    { name: "channels", kind: "checkbox", answered: 5, choices: [tallied("email")] },
    { name: "delays", kind: "radiogroup", answered: 0, choices: [unanswered("yes")] },
    { name: "complaints", kind: "radiogroup", hidden: true },
    {
      name: "quality",
      kind: "matrix",
      rows: [
        { value: "knowledge", answered: 5, columns: [tallied("very_good")] },
        { value: "attitude", hidden: true },
      ],
    },
    { name: "comment", kind: "comment", answered: 2 },
  ],
  indicators: [
    { name: "quality_good", value: 0.95, n: 5 },
    { name: "no_delays", value: null, n: 0 },
    { name: "no_complaints", hidden: true },
  ],
  themes: [
    { name: "comment", kind: "themes", texts: 7, answered: 5, uncoded: 2, choices: [{ title: "Rindas", ...tallied("t-1") }] },
  ],
  codes_sha256: sha256,
};

export const codes = {
  format: "aptauja.codes",
  version: 1,
  survey: "mfa-2018",
  themes: [{ id: "t-1", title: "Rindas" }],
  texts: [
    { question: "comment", sha256, themes: ["t-1"] },
    { question: "comment", sha256: sha256.replace("0", "f"), themes: [], remove: true },
  ],
};

export const rejected = {
  format: "aptauja.rejected",
  version: 1,
  generated_at: "2018-02-01T08:00:00Z",
  records: [
    {
      file: "rīga.ndjson",
      record: 2,
      line: 2,
      path: "$.answers.channels[0]",
      reason: "unknown_value",
      message: "Jautājumam „channels” nav atbildes „fax”.",
      text: '{"id":"…"}',
    },
    { file: "rīga.json", record: 1, line: null, path: "$", reason: "not_json", message: "Nav derīgs JSON.", text: "{" },
  ],
};
