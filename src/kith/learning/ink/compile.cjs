// Compiles a list of Ink from stdin; writes {"story": text or null, "faults": [[line, sentence], ...]} of each to stdout.
// Reads no file.
"use strict"
const { Compiler, CompilerOptions } = require("inkjs/full")

const WARNING = 1 // inkjs's ErrorType: author's notes and warnings say no fault
const LINE = /^(?:ERROR|RUNTIME ERROR): (?:'[^']*' )?line (\d+): ([\s\S]*)$/

let words = ""
process.stdin.setEncoding("utf8")
process.stdin.on("data", (piece) => (words += piece))
process.stdin.on("end", () => process.stdout.write(JSON.stringify(JSON.parse(words).map(compile))))

function compile(ink) {
  const faults = []
  const heard = (message, type) => type > WARNING && faults.push(fault(message))
  let story = null
  try {
    story = new Compiler(ink, new CompilerOptions(null, [], false, heard, null)).Compile().ToJson()
  } catch (problem) {
    if (!faults.length) faults.push(fault(String(problem.message || problem)))
  }
  return { story: faults.length ? null : story, faults }
}

function fault(message) {
  const found = LINE.exec(message)
  return found ? [Number(found[1]), found[2]] : [1, message]
}
