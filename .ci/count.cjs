// Counts what .ci/run saw: every test, every suite that failed without a test to show for it, every check.
const fs = require("node:fs")
const [path, testsExit, passedChecks, failedChecks] = process.argv.slice(2)

let passed = Number(passedChecks)
let failed = Number(failedChecks)
let failedTests = 0
try {
  const report = JSON.parse(fs.readFileSync(path, "utf8"))
  const brokenSuites = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  )
  passed += report.numPassedTests
  failedTests = report.numFailedTests + brokenSuites.length
} catch {
  failedTests = 1
}
// An unhandled error fails the run though no test did.
if (testsExit !== "0" && failedTests === 0) failedTests = 1
failed += failedTests
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
