import type { VoiceLine } from './types.ts'

type Lang = VoiceLine['lang']

/**
 * Longest piece handed to the system's voice. Chrome stops some voices at about 14 s; at the slow end of
 * speech (3.5 characters or 11 letters a second) these stay under 11 s.
 */
const LIMIT: Record<Lang, number> = { zh: 36, en: 120 }

/** What is spoken of a line: stage directions in brackets, e.g. （抽泣）, are acted, not read out. */
export function spokenText(text: string): string {
  return text
    .replace(/（[^）]*）|\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** True if a piece has a letter or character to say, not only dots and marks. */
function sayable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/**
 * Cuts a line into pieces short enough for the system's voice: at the ends of sentences, then at commas,
 * then by force. Joined, the pieces give the spoken text again, without the white space between them.
 * Empty if nothing in it can be said.
 */
export function splitSentences(text: string, lang: Lang): string[] {
  const limit = LIMIT[lang]
  // A full stop ends a sentence only before a space: 1.5 km is one number.
  const sentences = cut(
    spokenText(text),
    /(?:[^。！？!?；;….]|\.(?!\s|$))*(?:[。！？!?；;…]|\.(?=\s|$))*[”’"'」』]*/g,
  )
  const pieces = sentences.flatMap((s) =>
    s.length <= limit ? [s] : cut(s, /[^，、,：:]*(?:[，、,：:]+|$)/g),
  )
  return pack(
    pieces.flatMap((p) => (p.length <= limit ? [p] : force(p, limit))),
    limit,
  )
}

function cut(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).map((s) => s.trim()).filter((s) => s !== '')
}

/** Cuts at the last space before the limit, or at the limit where there is none. */
function force(text: string, limit: number): string[] {
  const out: string[] = []
  let rest = text
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit)
    const at = space > limit / 2 ? space : limit
    out.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  if (rest !== '') out.push(rest)
  return out
}

/** Joins small pieces up to the limit, so that few gaps are heard; drops what can't be said. */
function pack(pieces: readonly string[], limit: number): string[] {
  const out: string[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const gap = last !== undefined && /[\x20-\x7e]$/.test(last) ? ' ' : ''
    if (last !== undefined && last.length + gap.length + piece.length <= limit) {
      out[out.length - 1] = last + gap + piece
    } else out.push(piece)
  }
  return out.filter(sayable)
}
