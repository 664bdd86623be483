import type { Name } from './city.ts'

/** How well the words of a search fit a place. Points are our own; only their order matters. */

/** A place's texts, folded for comparing. */
export interface SearchText {
  readonly zh: string
  readonly en: readonly string[]
  readonly initials: string
  readonly aliases: readonly string[]
  readonly aliasInitials: readonly string[]
  readonly number: string
  readonly around: readonly string[]
  readonly aroundWords: readonly string[]
  readonly aroundInitials: readonly string[]
  readonly sees: string
}

export interface Searchable {
  readonly name: Name
  readonly number: string | null
  readonly aliases: readonly string[]
  readonly sees: Name | null
  /** Its road and district. */
  readonly around: readonly (Name | null)[]
}

/** Lower case, full-width forms to plain ones, nothing but letters, digits and Han characters. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

export function textOf(place: Searchable, initials: (zh: string) => string): SearchText {
  const around = place.around.filter((name) => name !== null)
  return {
    zh: fold(place.name.zh),
    en: wordsOf(place.name.en),
    initials: fold(initials(place.name.zh)),
    aliases: place.aliases.map(fold),
    aliasInitials: place.aliases.map((alias) => fold(initials(alias))),
    number: place.number === null ? '' : fold(place.number),
    around: around.map((name) => fold(name.zh)),
    aroundWords: around.flatMap((name) => wordsOf(name.en)),
    aroundInitials: around.map((name) => fold(initials(name.zh))),
    sees: place.sees === null ? '' : fold(place.sees.zh),
  }
}

const SPOKEN_DIGITS = '零一二三四五六七八九'
const SPOKEN_NUMBER = /[零〇一幺二两三四五六七八九](?:[\s、，,·-]*[零〇一幺二两三四五六七八九])+/gu

/** Digits as a caller says them, 零、三、幺、七, become as they are painted: 0317. Single ones stay words. */
function painted(spoken: string): string {
  return [...spoken.replace(/〇/g, '零').replace(/幺/g, '一').replace(/两/g, '二')]
    .map((sign) => SPOKEN_DIGITS.indexOf(sign))
    .filter((digit) => digit >= 0)
    .join('')
}

/** The words of a search: runs of Han characters, and of Latin letters or digits with what clings to them (k1207, 2f). */
export function tokensOf(query: string): readonly string[] {
  const folded = query.normalize('NFKC').toLowerCase().replace(SPOKEN_NUMBER, painted)
  return (folded.match(/\p{Script=Han}+|[a-z]+[0-9]*|[0-9]+[a-z]*/gu) ?? []).slice(0, 8)
}

/** 0 if a word fits nowhere, else the mean of the words' points. */
export function scoreOf(text: SearchText, tokens: readonly string[]): number {
  let sum = 0
  for (const token of tokens) {
    const points = pointsOf(text, token)
    if (points === 0) return throughout(text, tokens)
    sum += points
  }
  return Math.round(sum / tokens.length)
}

/** Initials run on through the numbers of a name: 3号楼1单元 is typed 3hl1dy. */
function throughout(text: SearchText, tokens: readonly string[]): number {
  return tokens.length > 1 ? grade(text.initials, tokens.join(''), 78, 72, 0) : 0
}

function pointsOf(text: SearchText, token: string): number {
  return Math.max(
    grade(text.zh, token, 100, 80, 60),
    numberPoints(text.number, token),
    ...text.en.map((word, index) =>
      grade(word, token, index === 0 ? 76 : 66, index === 0 ? 74 : 64, 0),
    ),
    token.length >= 4 ? grade(text.en.join(''), token, 100, 75, 30) : 0,
    grade(text.initials, token, 78, 72, token.length >= 3 ? 36 : 0),
    ...text.aliases.map((alias) => grade(alias, token, 85, 70, 45)),
    ...text.aliasInitials.map((alias) => grade(alias, token, 58, 50, 0)),
    ...text.around.map((name) => grade(name, token, 40, 35, 25)),
    ...text.aroundWords.map((word) => grade(word, token, 26, 24, 0)),
    ...text.aroundInitials.map((name) => grade(name, token, 22, 20, 0)),
    grade(text.sees, token, 20, 18, 16),
  )
}

/** Points for a text that is the word, starts with it, or holds it. */
function grade(text: string, token: string, same: number, starts: number, holds: number): number {
  if (text === '' || token === '') return 0
  if (text === token) return same
  if (text.startsWith(token)) return starts
  return holds > 0 && text.includes(token) ? holds : 0
}

/** A painted number; people leave out leading zeros and read off only the end. */
function numberPoints(number: string, token: string): number {
  if (number === '' || !/[0-9]/.test(token)) return 0
  if (number === token) return 100
  if (number.replace(/^[a-z]?0*/, '') === token.replace(/^0+/, '')) return 88
  if (token.length < 2) return 0
  return grade(number, token, 100, 55, 40)
}
