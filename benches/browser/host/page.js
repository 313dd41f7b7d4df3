// The page a contender runs in: ?contender=plain, in a worker unless &where=page. `bench(name, argument)`
// calls it and says how long the page waited.

const options = new URLSearchParams(location.search);
const script = `${options.get("contender")}.js`;
const call = options.get("where") === "page" ? await inPage() : inWorker();

globalThis.bench = async (name, argument) => {
  const began = performance.now();
  const result = await call(name, name === "load" ? document.querySelector("input").files[0] : argument);
  return { result, ms: performance.now() - began };
};

async function inPage() {
  await import(`./${script}`);
  return (name, argument) => globalThis.contender(name, argument);
}

function inWorker() {
  const worker = new Worker(script);
  const waiting = [];
  worker.onmessage = ({ data: { result, error } }) => {
    const { done, fail } = waiting.shift();
    if (error === undefined) done(result);
    else fail(new Error(error));
  };
  worker.onerror = (event) => waiting.splice(0).forEach(({ fail }) => fail(new Error(event.message)));
  return (name, argument) =>
    new Promise((done, fail) => {
      waiting.push({ done, fail });
      worker.postMessage({ name, argument });
    });
}
