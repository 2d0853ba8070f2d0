/** Prints a figure. One that does not keep what is wanted of it makes the bench's exit code 1, once all is measured. */
export function report(what: string, figure: number, isKept?: boolean): void {
  const shown = figure >= 100 ? figure.toFixed(0) : figure.toFixed(2)
  const mark = isKept === undefined ? "" : isKept ? "kept" : "SHORT"
  console.log(`${mark.padEnd(6)} ${shown.padStart(9)}  ${what}`)
  if (isKept === false) process.exitCode = 1
}
