// Lets the page call a contender: `open(survey)`, `load(file)`, `tally(filter)`, `cross()`.

export function host(contender, survey) {
  const call = (name, argument) => (name === "open" ? contender.open(survey) : contender[name](argument));
  if (typeof document !== "undefined") {
    globalThis.contender = call;
    return;
  }
  onmessage = async ({ data: { name, argument } }) => {
    try {
      postMessage({ result: await call(name, argument) });
    } catch (error) {
      postMessage({ error: String(error?.stack ?? error) });
    }
  };
}
