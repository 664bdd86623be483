import { describe, expect, it } from 'vitest'
import { played, translator } from './fixtures.ts'
import { entryText } from './journalText.ts'

const { journal, script, taxonomy } = played(
  [
    [500, { saw: 'device', error: 24 }],
    [2000, { do: 'answer' }],
    [7000, { do: 'say', reply: 'open.calm' }],
    [9000, { do: 'set', change: { field: 'class', value: 'P02.fight' } }],
    [9500, { do: 'set', change: { field: 'location', value: null } }],
    [10_000, { do: 'send', unit: 'nobody' }],
    [11_000, { do: 'tell', partner: 'power' }],
    [12_000, { do: 'hang-up' }],
  ],
  undefined,
  60_000,
)

describe.each(['zh', 'en'] as const)('journal entries in words, %s', (lang) => {
  const t = translator(lang)

  it('name their kind, and say the line where the scenario has it', () => {
    const texts = journal.map((entry) =>
      entryText(entry, { texts: script.texts, taxonomy, lang, t }),
    )
    for (const text of texts) expect(text).toMatch(/\S/)
    const said = texts.filter((text) => text.includes('open.calm'))
    expect(said[0]).toContain(lang === 'zh' ? '您别急，我在听。' : 'I am listening.')
    expect(texts.some((text) => text.includes(taxonomy.byId.get('P02')?.name[lang] ?? '?'))).toBe(
      true,
    )
  })

  it('show ids where there is no scenario any more', () => {
    const texts = journal.map((entry) => entryText(entry, { texts: null, taxonomy: null, lang, t }))
    expect(texts.some((text) => text.endsWith('open.calm'))).toBe(true)
    expect(texts.some((text) => text.includes('P02.fight'))).toBe(true)
  })
})
