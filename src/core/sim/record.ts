import type { RecordChange } from './command.ts'
import type { RecordView } from './view.ts'

/** The incident record. Every revision is in the journal; this is where it stands. */
export const emptyRecord: RecordView = {
  location: null,
  class: null,
  priority: null,
  owner: null,
  people: null,
  injuries: [],
  weapons: [],
  dangers: [],
  needs: [],
  contacts: [],
  looks: [],
  callback: null,
  when: null,
  callerName: null,
  narrative: null,
}

export function revise(record: RecordView, change: RecordChange): RecordView {
  return { ...record, [change.field]: change.value }
}
