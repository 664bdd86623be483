/**
 * The shortcuts of the desk that a newcomer should know first. The desk itself is not read for them: it is large. A test
 * holds them equal to its actions.
 */
export const FIRST_KEYS = [
  { id: 'answer', keys: ['Enter'] },
  { id: 'say', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { id: 'searchPlace', keys: ['M'] },
  { id: 'sendNearest', keys: ['S'] },
  { id: 'hold', keys: ['H'] },
  { id: 'threeWay', keys: ['T'] },
  { id: 'transfer', keys: ['Z'] },
  { id: 'hangUp', keys: ['Shift+X'] },
] as const

/** And those to know next: shown where the window is tall enough. */
export const MORE_KEYS = [
  { id: 'pickClass', keys: ['C'] },
  { id: 'facts', keys: ['E'] },
  { id: 'narrative', keys: ['N'] },
  { id: 'callBack', keys: ['B'] },
  { id: 'units', keys: ['U'] },
  { id: 'chase', keys: ['R'] },
  { id: 'tellLead', keys: ['L'] },
  { id: 'pause', keys: ['P'] },
] as const
