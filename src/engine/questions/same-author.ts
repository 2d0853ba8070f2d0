export { isSamePerson as isSameAuthor } from "../people/same-person.ts"
