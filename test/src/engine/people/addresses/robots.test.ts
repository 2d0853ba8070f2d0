import { describe, expect, it } from "vitest"
import { isRobot } from "../../../../../src/engine/people/addresses/robots.ts"

describe("who is a program", () => {
  it.each([
    ["Jenkins", "ci@build.example"],
    ["Jenkins CI", "jobs@build.example"],
    ["Apache Jenkins Server", "jobs@build.example"],
    [undefined, "hudson@build.example"],
    ["builds", "jenkins@build.example"],
    ["kernel test robot", "tests@build.example"],
    ["Tank Review Bot", "review@build.example"],
    ["renovate[bot]", "29139614@build.example"],
  ])("%s <%s> is one", (name, address) => {
    expect(isRobot({ ...(name === undefined ? {} : { name }), address })).toBe(true)
  })

  it.each([
    ["Mara Jenkins", "mjenkins@fishtank.example"],
    ["Mara Hudson", "hudson@fishtank.example"],
    ["Jenkins, Mara", "mara@fishtank.example"],
    ["Mara K. Jenkins", "mara@fishtank.example"],
  ])("%s <%s> is a person, whose name a program bears too", (name, address) => {
    expect(isRobot({ name, address })).toBe(false)
  })
})
