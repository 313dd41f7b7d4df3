// The yardstick: JSON.parse over the lines, keeping nothing.

import { eachLine } from "./lines.mjs";

export default {
  open() {},

  async load(file) {
    let responses = 0;
    await eachLine(file, (line) => {
      responses += JSON.parse(line) === null ? 0 : 1;
    });
    return { responses };
  },
};
