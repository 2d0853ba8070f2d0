import type { Change, ChangeKind, Topic } from "../../model/change.ts"

// A trailer is a stance said the formal way; what is promised or due is a decision to be.
const TOPIC_BY_KIND: Readonly<Record<ChangeKind, Topic>> = {
  "stance-taken": "stances",
  "stance-changed": "stances",
  "stance-withdrawn": "stances",
  "favour-taken": "stances",
  "favour-moved": "stances",
  "trailer-given": "stances",
  "question-opened": "questions",
  "question-reopened": "questions",
  "question-withdrawn": "questions",
  "question-overtaken": "questions",
  "question-gone": "questions",
  "question-answered": "answers",
  "decision-made": "decisions",
  "commitment-made": "decisions",
  "commitment-kept": "decisions",
  "silence-broken": "decisions",
  "deadline-near": "decisions",
  "deadline-past": "decisions",
}

/** Which topic a change belongs to. */
export function topicOf(change: Change): Topic {
  return TOPIC_BY_KIND[change.kind]
}
