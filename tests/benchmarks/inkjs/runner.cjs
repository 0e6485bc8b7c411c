// Compiles an ink story with inkjs and walks it. Each line of input is a question in JSON, each line of output its answer.
"use strict";
const readline = require("node:readline");
const { Compiler } = require(`${process.argv[2]}/node_modules/inkjs/dist/ink-full.js`);

let story = null;

// What the screen needs at one step: the words and the choices.
function shown() {
  let said = "";
  while (story.canContinue) said += story.Continue();
  return [said.trim(), story.currentChoices.map((choice) => choice.text)];
}

function begin(names) {
  story.ResetState();
  set(names);
  return shown();
}

function set(values) {
  for (const name in values) story.variablesState[name] = values[name];
}

function move({ hears, enters, fills, sets }) {
  if (fills !== undefined) {
    set(fills);
    return null;
  }
  if (enters !== undefined) {
    story.ChoosePathString(enters);
  } else {
    const place = story.currentChoices.findIndex((choice) => choice.text === hears);
    if (place < 0) throw new Error(`not offered: ${hears}; but ${story.currentChoices.map((choice) => choice.text)}`);
    story.ChooseChoiceIndex(place);
    set(sets);
  }
  return shown();
}

const answers = {
  compile({ source }) {
    const compiler = new Compiler(source);
    try {
      story = compiler.Compile();
    } catch {
      throw new Error(compiler.errors.join("\n"));
    }
    return process.version;
  },
  words({ walk }) {
    return [begin(walk.names), ...walk.moves.map(move)];
  },
  // The nanoseconds that all moves of all walks took, each walk begun afresh.
  time({ walks }) {
    let taken = 0n;
    for (const walk of walks) {
      begin(walk.names);
      const started = process.hrtime.bigint();
      for (const one of walk.moves) move(one);
      taken += process.hrtime.bigint() - started;
    }
    return Number(taken);
  },
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const asked = JSON.parse(line);
  let answer;
  try {
    answer = { answer: answers[asked.ask](asked) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
